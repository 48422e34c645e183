namespace MutualAid.Core.Language;

/// <summary>Words with which the names of things, services and helpers end: they tell a thing from other talk.</summary>
internal static class Goods
{
    public static readonly Lexicon Heads = new(
        """
        琴 电子琴 钢琴 手提电话 电话机 绘本 课本 教材 座椅 笛 鼓 吉他 二胡 书架 货架 花架 鞋架 番薯 薯 红薯 地瓜 芋头 藕 笋 菇 茄 椒 橙 柚 橘 杏 李子 樱桃 荔枝 鸭 鹅 虾 蟹 排骨 牛排 酱 腐乳 灶 煤炉 炉子 缸 篮 筐 钩 锹 镐 铲 耙 犁 千斤顶 绞盘 上门服务 服务 馕 粽 桃 枣 瓜 甜瓜 蒲扇 扇子 喷灯 电钻 树苗 蜡烛 融雪盐 抽水机 潜水泵 铅笔 橡皮 文具盒 书包 字典 词典 蜡笔 足球 羽绒服 助听器 盲杖 放大镜 挂历 春联 福字 对联 抢险服 毛线 围裙 雪铲 防滑链 除雪剂 沙袋 编织袋 皮筏 充气艇 舟 竹竿 铁丝 钉子 锯 斧头 木板 砖 水泥 沙子 石灰 生石灰 消杀药 驱虫药 菜苗 鸡苗 羊奶粉 米粉 米糊 老花镜 假牙 尿袋 造口袋 胶 涂料 油漆 窗帘 风筒 吹风机 熨斗 缝纫机 电饼铛 烤箱 高压锅 砂锅 暖壶 暖瓶 热水瓶 盐汽水 汽水 绿茶 奶茶 可乐 果汁 豆浆 甑糕 凉粉 馄饨 抄手 米线 河粉 凉面 肠粉 煎饼 菠萝包 蛋挞 雪饼 糖果 喜糖 烟 酒 口罩 面罩 面屏 眼罩 头套 头盔 帽 帽子 手套 鞋套 脚套 袖套 套袖 护目镜 眼镜 镜 防护服 隔离服 隔离衣 工作服 棉服 雨衣 雨披 雨靴 雨鞋 胶鞋 靴 鞋 袜 袜子 马甲 背心 大衣
        军大衣 棉衣 棉袄 羽绒服 衣服 衣 裤 裤子 围裙 围巾 毛巾 浴巾 被 被子 棉被 被褥 毯 毛毯 毯子 床单 床垫 褥子 枕头 睡袋 折叠床 行军床 床 凉席 蚊帐 拖鞋
        酒精 消毒液 消毒水 消毒剂 消毒片 消毒粉 泡腾片 漂白粉 洗手液 凝胶 手消 84 碘伏 双氧水 洗衣液 洗衣粉 洗洁精 肥皂 香皂 洗发水 沐浴露 牙膏 牙刷 湿巾 纸巾 抽纸
        卷纸 卫生纸 纸 棉片 棉签 棉球 纱布 绷带 创可贴 胶带 胶布 垃圾袋 袋 塑料袋 垃圾桶 桶 喷壶 喷雾器 喷雾 喷雾机 消毒机 净化器 拖把 扫把 扫帚 抹布 簸箕 刷子 铁锹 铲子 锹
        体温枪 测温枪 额温枪 体温计 温度计 测温仪 血氧仪 血压计 血糖仪 试纸 制氧机 呼吸机 氧气瓶 氧气袋 轮椅 拐杖 助行器 担架 急救包 急救箱 药箱 药 药品 退烧药 感冒药 降压药
        胰岛素 布洛芬 连花清瘟 板蓝根 片 胶囊 颗粒 冲剂 口服液 滴眼液 眼药水 药膏 软膏 膏 喷剂 疫苗 抗原 试剂 试剂盒 检测盒 维生素 维C 缓释片 针剂 注射器 咽拭子 硝苯地平
        米 大米 面 面粉 挂面 面条 方便面 泡面 油 食用油 菜籽油 盐 酱油 醋 糖 鸡蛋 蛋 牛奶 奶 奶粉 酸奶 豆奶 蔬菜 菜 白菜 大白菜 土豆 萝卜 西红柿 黄瓜 洋葱 水果 苹果 橙子 橘子 香蕉 梨
        肉 猪肉 牛肉 鸡肉 鱼 饺子 水饺 汤圆 馒头 包子 面包 饼干 蛋糕 火腿肠 罐头 八宝粥 粥 盒饭 盒饭 快餐 午餐 晚餐 早餐 饭 饭菜 矿泉水 纯净水 饮用水 水 饮料 咖啡 茶 茶叶 姜茶 姜汤 汤 巧克力 零食 月饼 粽子 礼盒 礼包 大礼包
        蔬菜包 生活包 暖心包 健康包 爱心包 防疫包 应急包 物资包 纸尿裤 尿不湿 尿布 尿垫 护理垫 卫生巾 奶瓶 姨妈巾 安全裤 隔尿垫 婴儿车
        暖宝宝 暖手宝 热水袋 热水壶 水壶 保温杯 保温壶 保温箱 水杯 纸杯 杯 杯子 碗 筷子 餐盒 饭盒 餐具 锅 电饭锅 电磁炉 煤气罐 电热毯 电暖器 取暖器 暖风机 暖气片 炉子 炉 煤 蜂窝煤 风扇 电扇 空调
        灯 应急灯 手电 手电筒 头灯 电筒 充电宝 充电器 插排 插线板 排插 接线板 电池 蓄电池 发电机 对讲机 喇叭 扩音器 扩音喇叭 音箱 音响 话筒 麦克风 电脑 笔记本 笔记本电脑 平板 手机 打印机 投影仪 投影 摄像头 电视 相机 机
        桌 桌子 桌椅 椅 椅子 折叠椅 凳 凳子 板凳 塑料凳 帐篷 遮阳棚 遮阳伞 棚 伞 雨伞 雨棚 围挡 护栏 隔离带 警戒线 警戒带 锥桶 路锥 反光锥 门帘 岗亭 集装箱 货架 推车 手推车 平板车 三轮车 电动车 自行车 面包车 货车 车 车辆 轿车 皮卡
        笔 签字笔 记号笔 中性笔 马克笔 本子 登记本 登记表 表格 台账 文件袋 文件夹 档案盒 A4纸 打印纸 复印纸 海报 宣传单 传单 宣传册 横幅 条幅 展板 桌牌 胸牌 工牌 袖标 袖章 红袖章 贴纸 标识 书 图书 绘本 课本 练习册 玩具 口哨 哨子 绳子 绳 跳绳
        剪刀 指甲剪 理发器 推子 梯子 工具箱 工具 螺丝刀 扳手 钳子 锤子 电钻 水管 水泵 抽水泵 沙袋 编织袋 麻袋 救生衣 救生圈 皮划艇 冲锋舟 橡皮艇 灭火器 防毒面具 雨布 苫布 篷布 塑料布 彩条布 薄膜 保鲜膜 布
        志愿者 志愿者 义工 医生 护士 大夫 医护 司机 师傅 理发师 搬运工 水电工 电工 水工 修理工 翻译 老师 保洁 保洁员 保安 厨师 咨询师 心理咨询师 护工 网格员 人手 帮手 测温员 引导员 讲解员 摄影师 家教 律师 社工 队员 人员 劳力 壮劳力
        物资 物品 用品 器材 设备 箱 盒 包 板 机 器 仪 计 枪 壶 瓶 罐 服 镜 罩 液 剂 粉 霜 露 皂 贴 带 灯 伞 刀 笔 毯 裤 巾 花 苗 种子 化肥 农药 饲料 狗粮 猫粮 猫砂 宠物粮 轮胎 汽油 柴油
        护手霜 润喉糖 润唇膏 蚊香 驱蚊液 花露水 藿香正气水 藿香正气液 清凉油 风油精 绿豆汤 西瓜 冰块 冰袋 冰棍 雪糕 遮阳帽 草帽 冰袖 防晒霜 口服补液盐 酸梅汤 葡萄 粮油 米面油 米面 被服 寝具 棉帽 棉鞋 雷锋帽 护膝 手炉 手消毒 测温计 门磁 体重秤 秤 充气泵 打气筒 打气机 胎压
        场地 会议室 仓库 车位 房间 住处 床位 直播 直播设备 三脚架 支架 补光灯 U盘 硬盘 路由器 流量卡 话费 网线 键盘 鼠标 耳机 白板 黑板 粉笔 象棋 扑克 跳棋 乒乓球 羽毛球 篮球 足球 球拍 毽子 呼啦圈 瑜伽垫 垫 垫子 坐垫 靠垫 地垫 防滑垫 气垫床 泡沫板 纸箱 收纳箱 周转箱 保温袋 快递袋 菜刀 案板 洗脸盆 盆 脸盆 水桶 水盆 衣架 晾衣架 锁 钥匙 门锁 消毒柜 柜子 柜 冰箱 冰柜 微波炉 洗衣机 热水器 饮水机 电水壶 烧水壶 蒸锅 豆浆 面饼 烧饼 烙饼 凉皮 肉夹馍 锅盔 饼 糕点 点心 坚果 核桃 红枣 花生 瓜子 蜂蜜 木耳 香菇 粉丝 粉条 豆腐 豆芽 小米 黄豆 绿豆 红豆 杂粮 燕麦 麦片 五谷 腊肉 香肠 咸菜 榨菜 辣酱 泡菜 辣椒 大葱 葱 姜 生姜 蒜 大蒜
        作业本 直尺 尺子 三角尺 圆规 书桌 课桌 积木 拼图 灯管 灯泡 水龙头 插座 麻绳 尼龙绳 铁丝网 铁镐 锄头 镰刀 尿素 复合肥 稻种 麦种 玉米种 地膜 农膜 毡子 棉絮 艾条 暖贴 充电线 数据线 止血带 试管 棉柔巾 电蚊拍 木炭 柴火 煤球 茄子 豆角 丝瓜 芹菜 菠菜
        """,
        """
        wipes diaper crib cribs stroller strollers ramp ramps crutch walker walkers frames frame cane canes toys toy books book desk desks sofa bike bikes fan fans stove stoves pan pans pot pots bowls bowl cups cup spoons jacket jackets gloves scarves scarf jumper jumpers mask masks glove gloves goggles thermometer thermometers sanitizer sanitiser disinfectant alcohol gown gowns suit suits shield shields soap wipes
        water rice noodles noodle milk flour oil bread eggs food meals meal vegetables fruit apples blankets blanket tent tents bed beds chairs chair tables table
        batteries battery charger chargers flashlights torches torch medicine tablets pills syringes bandages oximeter oximeters wheelchair wheelchairs diapers
        formula towels tissue tissues paper pens posters umbrella umbrellas raincoats boots caps shoes clothes coats heaters heater kettle kettles radio radios
        walkie-talkie walkie-talkies megaphone megaphones sprayer sprayers bleach mops buckets volunteers volunteer driver drivers nurses nurse doctors doctor
        kits kit lamps lamp candles ppe supplies aprons hats socks soup coffee tea snacks biscuits cereal powder wipes swabs tests generator generators van vans truck trucks
        ventilators respirators thermos thermoses crutches cots mattresses pillows sheets laptops laptop tablets printer projector speakers speaker cones
        """
    );

    /// <summary>Whether the name ends (or is) a word for a thing.</summary>
    public static bool Ends(string folded) => Heads.Before(folded, folded.Length) > 0 || (folded.Length > 0 && folded[^1] is ')' or '）');

    public static bool Has(string folded) => Heads.In(folded);
}
