System.Console.WriteLine("MutualAidBot");
