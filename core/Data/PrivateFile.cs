namespace MutualAid.Core.Data;

/// <summary>A file with a secret in it: nobody but the user of this program reads it.</summary>
public static class PrivateFile
{
    /// <summary>Made anew: an older file would keep its mode when it is written over.</summary>
    public static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return File.Open(path, options);
    }
}
