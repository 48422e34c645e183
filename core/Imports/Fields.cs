namespace MutualAid.Core.Imports;

/// <summary>The fields of each kind, in the order in which they are shown.</summary>
public static class Fields
{
    private const string Others = "紧急 家属 推荐人 介绍人 录入 填表 审核 队长 组长 登记人 经办 emergency";

    private static readonly Field[] Volunteers =
    [
        new("name", FieldShape.Name, "姓名 志愿者姓名 真实姓名 名字 name fullname volunteername 志愿者 volunteer 队员 成员 称呼 联系人")
        {
            IsRequired = true,
            Never = Others + " 网名 昵称 微信 username 时间 技能 电话 手机 编号 服务 队名 团队名",
            Longest = 40,
        },
        new(
            "phone",
            FieldShape.Phone,
            "手机号码 手机号 手机 移动电话 联系电话 电话号码 联系手机 电话 联系方式 联络方式 联络电话 mobile phone mobilephone phonenumber cell telephone tel contact"
        )
        {
            IsStrict = true,
            Never = Others + " 座机 固定 固话 宅电 备用",
        },
        new(
            "community",
            FieldShape.Line,
            "社区 所在社区 所属社区 社区名称 小区 所在小区 小区名称 居住小区 居委会 所属居委 居住地 现住址 村 community neighbourhood neighborhood estate 站点 楼栋 楼号 单位"
        )
        {
            Never = "服务社区时间",
            Longest = 40,
        },
        new(
            "skills",
            FieldShape.List,
            "技能 会什么 特长 专长 擅长 能力 技能特长 能做什么 可提供服务 服务项目 服务内容 服务意向 意向岗位 岗位 职责 skills skill whattheycando whatyoucando cando"
        ),
        new("area", FieldShape.Line, "哪一片 片区 服务片区 服务区域 区域 服务范围 负责区域 网格 责任区 area where zone"),
        new(
            "free",
            FieldShape.Line,
            "什么时候有空 空闲时间 有空时间 可服务时间 可服务时段 服务时间 服务时段 时间段 时段 空余时间 可用时间 方便时间 值班时间 availability available freetime whenfree free"
        ),
        new(
            "team",
            FieldShape.OneOf,
            "队伍 所属队伍 所属队 所在队伍 服务队 志愿队 楼栋队 队名 小组 岗位小组 所属小组 组别 分组 班组 团队 队 组 team squad"
        )
        {
            Never = "队长 组长 电话 手机 人数 编号 leader 项目",
            Longest = 40,
        },
        new(
            "note",
            FieldShape.Text,
            "备注 备注说明 说明 补充说明 其他说明 其他想说的话 想说的话 留言 附注 remark remarks note notes comment comments"
        )
        {
            Longest = 500,
        },
    ];

    private static readonly Field[] Communities =
    [
        new(
            "name",
            FieldShape.Line,
            "社区名称 社区 小区名称 小区 社区名 小区名 名称 村名 村 居委会 community communityname neighbourhood name 所属社区 所在社区 站点 站名 单位"
        )
        {
            IsRequired = true,
            Never = "联系 负责 别名 简称 地址 书记",
            Longest = 40,
        },
        new(
            "aliases",
            FieldShape.List,
            "别名 又名 俗称 简称 其他名称 别称 曾用名 也叫 aliases alias othernames alsoknownas 群里的叫法 叫法 别的叫法"
        ),
        new("district", FieldShape.Line, "片区 所属街道 街道 所属区 行政区 区县 区 镇街 乡镇 所属片区 district area")
        {
            Never = "社区 小区",
            Longest = 40,
        },
        new(
            "contact",
            FieldShape.Line,
            "联系人 负责人 社区联系人 联系人姓名 书记 对接人 社区负责人 姓名 contact contactperson contactname person 社区书记 楼长 站长 网格员 群主 值班人 管理员 主任"
        )
        {
            Never = "电话 手机 微信",
        },
        new(
            "phone",
            FieldShape.Phone,
            "联系电话 手机号码 手机号 手机 电话 联系方式 联系人电话 负责人电话 电话号码 phone telephone mobile tel contactphone 站长手机 值班手机 值班电话"
        )
        {
            Never = "备用",
        },
        new(
            "dropOff",
            FieldShape.Text,
            "送货地点 收货地址 接收地点 物资接收点 收货地点 送货地址 详细地址 地址 接收点 卸货点 地点 wheregoodsarebrought dropoff droppoint address deliveryaddress 站点地址 门牌地址 在哪儿 位置"
        )
        {
            Longest = 500,
        },
    ];

    private static readonly Field[] Donations =
    [
        new(
            "date",
            FieldShape.Day,
            "捐赠日期 日期 捐赠时间 接收日期 收到日期 入库日期 接收时间 登记日期 登记时间 时间 date day receivedon datereceived when"
        )
        {
            IsRequired = true,
        },
        new(
            "donor",
            FieldShape.List,
            "捐赠人 捐赠方 捐赠者 捐赠单位 捐赠单位/个人 捐赠单位/捐赠人 捐赠单位或个人 捐赠人/单位 捐赠来源 爱心人士 爱心单位 捐助人 捐助单位 捐款人 来源 单位名称 姓名 donor donors from givenby giver donatedby 单位/个人 个人/单位 捐的人 谁捐的 单位"
        )
        {
            Never = "电话 手机 联系方式 接收 经办 日期 时间 物资",
        },
        new(
            "item",
            FieldShape.Line,
            "物资名称 捐赠物资 物资 品名 物品名称 物品 捐赠物品 捐赠内容 货物名称 货品 名称 物资明细 明细 item items goods thing what description 捐赠物资及数量 物资及数量 东西 内容"
        )
        {
            IsRequired = true,
            Never = "单位 编号 类别 去向",
            Longest = 1000,
        },
        new("quantity", FieldShape.Quantity, "数量 捐赠数量 物资数量 接收数量 实收数量 件数 个数 quantity qty amount howmany")
        {
            IsStrict = true,
            Never = "单位 金额 估值",
        },
        new("unit", FieldShape.Line, "单位 计量单位 数量单位 计数单位 unit units")
        {
            Never = "捐赠 爱心 捐助 接收 名称 个人",
            Longest = 10,
        },
        new(
            "value",
            FieldShape.Money,
            "估价 价值 金额 折价 估值 总价 折合金额 估算价值 捐赠金额 物资价值 总金额 合计金额 value worth estimatedvalue totalvalue 折合人民币 折合 大概值多少钱 值多少钱"
        )
        {
            Never = "单价",
        },
    ];

    private static readonly Field[] Posts =
    [
        new("column", FieldShape.Line, "栏目 所属栏目 栏目名称 分类 类别 专栏 版块 板块 column category section")
        {
            IsRequired = true,
            Longest = 40,
        },
        new("title", FieldShape.Line, "标题 文章标题 题目 文章名称 主题 title headline subject") { IsRequired = true, Longest = 60 },
        new("body", FieldShape.Text, "正文 内容 文章内容 文章正文 全文 正文内容 body text content article")
        {
            IsRequired = true,
            Longest = Ceilings.CellCharacters,
            Never = "摘要",
        },
        new("summary", FieldShape.Text, "摘要 内容摘要 简介 导语 summary abstract lead") { Longest = 500 },
        new("tags", FieldShape.List, "标签 关键词 关键字 tags tag keywords"),
        new("source", FieldShape.Line, "来源 出处 文章来源 信息来源 来源单位 source") { Never = "链接 网址" },
        new("link", FieldShape.Link, "来源链接 原文链接 链接 网址 链接地址 url link sourcelink") { Longest = 500 },
    ];

    private static readonly Field[] Resources =
    [
        new(
            "who",
            FieldShape.Line,
            "提供方 提供人 提供者 提供单位 资源提供方 提供单位/个人 单位/个人 个人/单位 单位或个人 资源方 登记人 姓名 联系人 谁提供 谁 爱心人士 爱心单位 单位名称 provider offeredby givenby giver whogives who name from contactperson"
        )
        {
            Never = "电话 手机 联系方式 微信 物资 类型 类别 性质 接收 时间 日期",
            Longest = 60,
        },
        new(
            "item",
            FieldShape.Line,
            "可提供的物资 可提供物资 可提供的资源 资源名称 物资名称 物资 资源 品名 物品名称 物品 能出的东西 能提供什么 提供什么 提供内容 可提供 有什么 东西 物资及数量 资源内容 服务内容 名称 内容 明细 item items goods resource thing what description whatisoffered"
        )
        {
            IsRequired = true,
            Never = "单位 编号 类别 类型 地点 地址",
            Longest = 1000,
        },
        new("quantity", FieldShape.Quantity, "数量 可提供数量 物资数量 有多少 多少 件数 个数 quantity qty amount howmany howmuch")
        {
            IsStrict = true,
            Never = "单位 物资及",
        },
        new("unit", FieldShape.Line, "单位 计量单位 数量单位 unit units") { Never = "提供 爱心 名称 个人 性质 类型", Longest = 10 },
        new("kind", FieldShape.Resource, "资源类型 资源类别 资源种类 物资类别 类型 类别 种类 分类 kind type category resourcetype")
        {
            Never = "提供 单位 主体 性质",
        },
        new(
            "givenBy",
            FieldShape.Giver,
            "提供方类型 提供方类别 提供方性质 单位性质 单位类型 主体类型 主体性质 性质 givertype providertype organisationtype"
        ),
        new(
            "place",
            FieldShape.Text,
            "存放地点 存放处 存放位置 放在哪 放在哪里 取货地点 取货地址 所在地点 所在地 所在位置 地点 地方 地址 位置 在哪 在哪里 在哪儿 place where location address pickup pickuppoint"
        )
        {
            Longest = 300,
        },
        new(
            "phone",
            FieldShape.Phone,
            "手机号码 手机号 手机 联系电话 电话号码 电话 联系方式 联络方式 mobile phone phonenumber telephone tel contact"
        )
        {
            Never = "备用",
        },
    ];

    public static IReadOnlyList<Field> Of(ImportKind kind) =>
        kind switch
        {
            ImportKind.Volunteers => Volunteers,
            ImportKind.Communities => Communities,
            ImportKind.Donations => Donations,
            ImportKind.Resources => Resources,
            _ => Posts,
        };
}
