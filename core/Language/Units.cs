namespace MutualAid.Core.Language;

/// <summary>Words in which goods, services and helpers are counted.</summary>
internal static class Units
{
    private static readonly Lexicon Words = new(
        """
        个 只 双 副 付 件 套 箱 包 盒 瓶 桶 壶 袋 把 支 枝 条 张 片 卷 本 台 部 辆 床 块 顶 罐 份 打 提 筒 听 根 株 棵 粒 颗 枚 板 贴 盆 杯 碗 捆
        扎 串 筐 篮 车 间 组 对 架 盏 面 幅 册 沓 叠 摞 令 名 位 人 口 头 匹 朵 束 麻袋 编织袋 大包 小包 大桶 小桶 大箱 小箱 大袋 小袋 整箱 大瓶
        小瓶 大盒 小盒 托 板 斤 市斤 公斤 千克 毫克 克 两 吨 升 公升 毫升 米 尺 平米 平方米 方 立方米 立方 剂 管 针 丸 盘 桌 餐 座 封 具 艘 挺 锅 坛
        缸 抱 挂 刀 轮 人次 人份 款 排 樽 车次 节 样 扇 堆 兜 泡 帖 味 码 匣 屉 笼 盅 碟 尾 筏 篓 株 瓣 垛 捧 把子 匝 支装 辆次 单 套装
        """,
        """
        kg g l ml t 斤装 box boxes bottle bottles pair pairs pack packs package packages bag bags piece pieces pc pcs set sets carton cartons
        roll rolls liter liters litre litres kilo kilos kilogram kilograms gram grams ton tons tonne tonnes can cans case cases sheet sheets
        barrel barrels bucket buckets gallon gallons tube tubes unit units packet packets crate crates dozen jar jars tray trays bar bars
        sack sacks copy copies loaf loaves tin tins jug jugs bundle bundles pallet pallets canister canisters drum drums tub tubs ream reams
        pad pads strip strips tablet tablets vial vials person persons people volunteer-hours kits
        """
    );

    // After a number these are the beginning of a thing, not a measure: 200口罩, 5面包, 5对讲机.
    private static readonly Lexicon Things = new(
        """
        口罩 口服 口哨 口红 口香糖 面罩 面包 面粉 面条 面屏 面膜 面霜 面巾 头盔 头套 头罩 头灯 床单 床垫 床品 床上 桶装 瓶装 袋装 盒装 盒饭 条幅 片剂 板凳
        桌子 桌椅 桌布 桌牌 台灯 台历 包子 包装 本子 杯子 碗筷 盘子 盆栽 罐头 管道 管子 串灯 套袖 套鞋 双肩 双面 双黄 双氧 支架 张贴 手套 卷尺 卷纸
        壶盖 筐子 瓶子 箱子 袋子 盒子 把手 架子 对讲 对联 方便 方巾 方糖 人参 门帘 门锁 门票 顶棚 组合 条码 提灯 提子 听诊 升降 打印 打火 打包 块煤
        针线 针管 针头 车位 车辆 车贴 轮椅 轮胎 轮班 件套 米面 米饭 米粉 米糕 米油 克力 两用 单人 单子 单据 名牌 名片 名单 位置 位老 节能 排插 排骨 排队
        样品 锅铲 锅炉 座机 座椅 板蓝根 板房 粒面 片装 份饭 餐盒 餐具 餐巾 餐饮 口径 轮 挂面 挂钩 挂历 包邮 刀具 刀片 托盘 听筒 面积 面向 方案 方面
        方向 封条 封口 泡面 泡腾 泡沫 码头 个人 个别 个月 个小 个半小 个钟 个星期 个礼拜 口人 位同 位数 把握 点 门诊 头痛 头孢 头晕 管理 管制 车间
        款式 样子 台阶 部队 部门 部分 方舱 单元 单位 块钱 毛钱 口井 人家 人左右 人员 人工 人民 人手 节课 节点 套路 幅度 支援 支持 支付 支付宝 名额
        """,
        "口袋 尾号 两侧 两边 两端 两头 两路 两张皮 把关 根本 本人 本社区 本周 本月 架次 米线 克隆 升级 升起 打算 打听 打扫 提供 提前 提醒 听说 包含 包括 包圆 包干 包装袋 件衣"
    );

    // Not measures of goods: spans of time, floors, money, people's homes.
    private static readonly Lexicon Foreign = new(
        """
        天 日 号楼 号院 号线 号 月 年 岁 点 时 小时 分 分钟 秒 周 星期 礼拜 个月 个多月 个小时 个半小时 个钟头 个星期 个礼拜 个晚上 个上午 个下午 个白天 年级
        元 块钱 毛钱 角 分钱 万元 美元 栋 幢 层 楼 单元 室 户 家 家人 户人家 公里 里地 里 千米 次 遍 回 趟 步 票 倍 成 折 届 期 班 课 条街 个人 口人 口之家
        米远 米线 会儿 下 下子 点钟 刻 夜 晚 宿 周年 周岁 号门 号岗 个卡口 个社区 个小区 个村 个点 个岗 个门 个班 个班次 个家庭 个楼 个街道 个单位 个群 个片区 个网格
        个钟 个电话 个字 个问题 个办法 个好消息 个消息 个事 个话题 个多小时 个半月 h min mins minute minutes hour hours day days week weeks month months year years am pm o'clock
        rmb yuan th st nd rd 码的 码鞋 码 度 名老人 位老人 位居民 名居民 位业主 名业主 位邻居 个老人 个孩子 个学生 名学生 位同事 个同事 名患者 位患者 例 人轮班 人值班 人排队
        条消息 条微信 条信息 张嘴 层楼 栋楼 度水 分之
        """
    );

    // After a measure these make it part of a name: 10kg装, 两件套, 一片式, 75度酒精.
    private static readonly Lexicon Makes = new("装 式 型 规格 码 制 件套 以上老人");

    private static readonly Lexicon MadeThings = new("制氧 制冷 制冰 制服 制图 装饰 装备 型材 码表 式样");

    private static readonly Lexicon Discrete = new("个 只 双 副 人 名 位 辆 台 张 把 件 顶 条 支 根 本");

    private static readonly Lexicon Contents = new("ml 毫升 g 克 mg 毫克 寸 度 码 v w a 瓦 伏 安 cm mm 厘米 毫米 目 丝 層 层");

    /// <summary>Length of the unit that stands here; 0 when there is none.</summary>
    public static int At(string text, int at)
    {
        if (at >= text.Length || Things.At(text, at) > 0)
        {
            return 0;
        }

        var length = Words.At(text, at);
        var foreign = Foreign.At(text, at);
        if (length == 0 || foreign > length || (foreign == length && foreign > 0))
        {
            return 0;
        }

        var after = at + length;
        if (after < text.Length && text[after] == '子' && length == 1 && Goods.Heads.At(text, at) > 1)
        {
            return 0;
        }

        return length;
    }

    public static bool IsForeign(string text, int at) =>
        Foreign.At(text, at) > 0 || (at < text.Length && text[at] is '%' or '℃' or '°' or '$' or '￥');

    /// <summary>Half a thing is asked back for what is only counted whole (2.5个).</summary>
    public static bool IsDiscrete(string unit) => Discrete.Is(unit);

    /// <summary>A measure here names a size (500ml酒精 30瓶), if another amount follows the name.</summary>
    public static bool IsSize(string unit) => Contents.Is(unit);

    public static bool MakesName(string text, int at) => Makes.At(text, at) > 0 && MadeThings.At(text, at) == 0;

    public static bool IsUnit(string text) => Words.Is(text);
}
