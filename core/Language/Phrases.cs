namespace MutualAid.Core.Language;

/// <summary>Words that stand around the names of things and are no part of them.</summary>
internal static class Phrases
{
    /// <summary>Between a name and its amount: 口罩 大概 200, 手套各50.</summary>
    public static readonly Lexicon Glue = new(
        """
        约 大约 大概 差不多 共 一共 总共 合计 共计 各 各要 各需 各需要 各缺 各来 至少 最少 起码 约莫 将近 接近 不少于 数量 数量是 数量为 数目 也 都 再 还 就 只 先 另 另外 目前 现在 已 已经 大致 估计
        是 有 等 等等 : , of about around at_least roughly 了 个 每样 每种 分别 分别是 如下 若干 缺口 缺口为 缺口是 总量 库存 存货 现货 还剩 剩 剩下 剩余 的 上 下 大 小 多 呢 嘛 吧 有的话 要是有的话 如果有的话 方便的话 可以的话 眼看 眼看着 眼瞅着 眼瞅 马上 就快 快要 马上就 额外 预计 总数 这次 此次 本次
        """
    );

    /// <summary>Verbs of asking and giving; before an amount they may divide it from its name, else the name begins after them.</summary>
    public static readonly Lexicon Verbs = new(
        """
        整点 整点儿 整些 整几 整 需要 急需要 还需要 还需 急需 现需 急缺 紧缺 特缺 很缺 都缺 奇缺 极缺 缺少 短缺 稀缺 紧需 亟需 急求 跪求 诚求 求购 求借 求助 求援 求捐 求 需 缺 要 想要 还要 再要 就要 只要 也要 急要 得要 得有 必须要 需求 物资需求 需求清单 需求如下 需求量
        申请 想申请 申领 申请领取 领取 请求 请求支援 请求增援 增援 支援 能支援 可支援 可以支援 支持 援助 帮助 帮忙 协调 调 调配 调拨 配 配备 补 补充 补给 补齐 添 添置 添加 增加 加 购买 采购 买 订 订购 凑 弄 搞 整 来 再来 给 再给 给点 能给 给上 送 送来 送点 送些 送给 借 想借 借用 租借 借点 暂借 外借
        捐 捐赠 捐献 捐助 捐出 捐来 捐了 赠送 赠予 赠 送了 提供 可提供 能提供 可以提供 愿意提供 赞助 资助 出 能出 可出 可以出 拿出 匀 匀给 匀出 匀点 能匀 分 分给 分享 转让 出让 挤出 挤出来 能挤出 腾出 腾 省出 贡献 奉献 送出 准备 准备了 备了 备好 备有 存有 存了 屯了 囤了 多了 多出 多出来 多余 富余 闲置 剩 剩了 剩下 还剩 还剩下 还有 还差 还缺 差 少 尚缺 尚差 缺口 缺口还有 有 还 又
        收到 收到了 收了 接收 接收了 接到 接到了 已收到 已接收 已收 收 入库 入库了 到账 签收 签收了 点收 清点 领到 领了 收下 收下了 刚收 刚收了 刚收到 今收到 现收到 现有 目前有 手里有 手上有 手头有 家里有 仓库有 库里有 我有 我这有 我这儿有 这边有 这里有 这有 我家有 店里有 厂里有 单位有 还能出
        可以捐 可捐 能捐 想捐 愿捐 愿意捐 愿意捐赠 想捐赠 打算捐 决定捐 计划捐赠 拟捐赠 自愿捐 免费送 免费提供 免费赠送 无偿提供 无偿捐赠 可以送 能送 想送 愿意送 可赠 愿意出 愿意支援 想支援 自己缝了 自己做了 做了 缝了 买了 订了 采购了 带来 带来了 送来了 拉来了 拉来 运来 运来了 寄来 寄来了 发来 捐过来 拿来 拿来了
        登记 登记一下 记录 记一下 上报 报 报一下 报送 报个 报上 录入 加上 挂 挂一下 求大家 寻 寻找 找 急找 急寻 招 招募 急招 招聘 诚招 征集 急征 募集 解决 落实 需用 用 急用 急着用 等着用 急等 想找 想请 请 请派 派 派来 想领 想求 盼 盼望 期待 希望 希望得到 期盼 恳请 恳求 望 麻烦 劳驾 能否 可否 能不能 可不可以 是否 能 可以 可 愿意 愿 想 打算 谁有 谁能 谁家有 谁家 哪家有 哪里有 哪有 哪儿有 有没有 哪位有 哪位能 哪家能 请问 求问 想问 需购 急购 代购 求一批 物资 物品 清单 品名 名称 物资名称 物品名称 项目 求赠 求支援 求捐赠 换 想换 更换 供应 可供 能供应 供
        need needs needed require requires request requesting requests want wants looking_for short_of in_need_of need_more out_of running_low_on low_on run_out_of lacking lack have has got offer offering donate donating donated give giving supply provide providing spare lend lending borrow received receive get send us ask_for asking_for can_we_get could_we_get urgently contribute deliver bring could_use please_send drop_off
        """,
        "为 到 在 向 由 让 被 把 将 从 替 代 是 的 了 我 你 您 咱 俺 没 谁 运 寄 发 做 缝 领 拿 取 带 拉 存 屯 囤 备 收 留 放 摆"
    );

    /// <summary>Where a name cannot begin earlier, whatever stands before.</summary>
    public static readonly Lexicon Breaks = new(
        """
        屋企 屋里 屋头 自家 今早 孤老 困难户 贫困户 低保户 店里 咱店里 我店里 匿名 我们 咱们 你们 他们 大家 各位 咱这 咱这儿 咱这边 咱这里 俺这 俺这儿 我这 我这儿 我这边 我这里 俺们 这边 那边 这里 那里 这儿 那儿 我家 家里 手里 手上 手头 仓库里 仓库 社区里 院里 村里 目前 现在 最近 今天 今日 刚才 刚刚 昨天 明天 上午 下午 早上 晚上 中午
        还有 以及 另外 另有 外加 再加上 加上 包括 主要是 主要 就是 其中 分别是 分别为 比如 例如 如 其他 实在 确实 真的 特别 非常 十分 极其 十万火急 万分 火速 紧急 告急 急急急 很急 麻烦 拜托 谢谢 感谢 辛苦 您好 你好 大家好 请问 求求 好心人 爱心人士 爱心企业 爱心
        一共 总共 合计 所以 因为 由于 但是 但 不过 而且 同时 然后 如果 要是 专门 顺便 正好 刚好 恰好 值班室 门岗 卡口 门口 楼道 办公室 隔离点 接种点 检测点 站点 服务站 服务中心 老人家 志愿者们 居民们 孩子们 队员们 值守的 村民 住户 业主 同志 师傅们 姐妹们 兄弟们
        今日入库 捐赠登记 登记捐赠 物资告急 物资紧缺 求物资 我要 我想 我能 我可以 我有 我出 我捐 需求上报 求助信息 具体如下 如下 清单如下 用的 使的 剩的 some more another extra additional spare please can could we i our the you anyone any of for to and hi hello team everyone us is are 's 're 'm from
        """
    );

    /// <summary>Fillers and small verbs with which a name does not begin.</summary>
    public static readonly Lexicon Leads = new(
        """
        一下 一下子 那架 这架 那台 这台 那把 这把 那张 这张 那辆 这辆 那套 这套 那部 这部 那件 那条 那只 同埋 同 还要 再要 儿 有没有 整点 整点儿 点儿 和 与 及 跟 或 并 等 也 都 再 还 又 就 先 另 每 各 这 那 这种 那种 这些 那些 这个 那个 这批 那批 点 点儿 些 一些 一批 一点 一点儿 几个 几 若干 大量 少量 部分 一部分 上 下 出 来 来点 来些 只 个 多余 富余 闲置 多余的 富余的 闲置的 剩余 剩余的 全新 全新的 崭新 未拆封 没拆封 没开封 未开封
        新 点儿的 左右 以上 多 来个 老师 们 家 所 于 以 急 急需 急缺 很 太 特 最 较 有 没有 可 能 会 应 该 得 个儿 份儿 免费 多的 备用 备用的 自制 自制的 自家 自产 自产的 , ， . of a an the some more extra spare additional few couple used new unused surplus leftover
        """
    );

    /// <summary>Where a name that follows an amount ends.</summary>
    public static readonly Lexicon Stops = new(
        """
        冇 冇人 用用 用一下 用下 用几天 用两天 用半 用一 用两 搬家 received donated arrived 够 闲置 然后 接着 外带 pls plz thx cheers ty 么 中 得了 安排 安在 装在 救救 应应急 搭把手 帮衬 撑 吱 吱声 同埋 唔该 needed wanted 给 送 捐 吧 哈 吗 呢 呀 啊 哦 噢 嘛 啦 咧 呗 哟 行不行 行吗 行么 可以 能不能 能否 能给 能到 能送 能支援 能出 能捐 能借 可捐 可送 可借 可出 可支援 可提供 可匀 愿意 愿捐 想送 想捐 就行 就够 就好 就可以 就能 即可 够了 够用 谢谢 感谢 拜托 麻烦 请 谁 需要 需 要 急需 急用 急缺 急等 急! 支援 支持 帮忙 帮我 帮咱 帮
        顶一顶 顶上 应急用 救急 寄 发到 发给 发放 分给 分发 发 送到 运到 到了 到货 到位 到社区 到我 到门 到咱 到我们 到 拉到 拉过 放在 放门 放到 放着 摆 存放 堆 躺 没人 没用 没拆 没开 用不 用不上 用不完 用不着 用来 用于 用在 用的 作为 当 备用 备着 以备 留给 留着 转给 转让 匀给 匀出 借给 借用 借我 借一 借两 借几 借到 让 是 在 于 已 已经 刚 都 也 还 就 了 因为 因 如果 如需 如有 若 但 不够 不足 不过 不要钱 不急 没了 没有 快 先 等着 等 急着 值班用 登记 记一下 记上 记账 入库 签收 点收 收到 已收 收好 接收 验收 清点 核对 数量 共 合计 总计 左右 以上 以内 和 与 及 以及 还有 跟 或 或者 另外 外加 再 我 你 您 他 她 咱 俺 这 那 各 大家 有 求 缺 想 来 过来 去 拿 取 领 换 卖 买 每 全部 全都 全 统统 一起 一并 已全部 可联系 联系 电话 微信 地址 自提 自取 包邮 可 能 今 明 后天 周 本周 下周 月底 前 之前 为 对 把 被 从 由 向 单位 所以 供 存 放
        for to by before at from in if please asap urgently urgent , now this today tomorrow tonight thanks thank and or we i you any can could would who that which with on until is are was were needed available just so but because left off over spare here per each
        """
    );

    /// <summary>Words that trail a name without belonging to it.</summary>
    public static readonly Lexicon Trailers = new(
        """
        不 么 等 等等 等物资 等物品 物资 若干 一些 少许 数量 数 吧 哈 吗 呢 呀 啊 哦 嘛 啦 的 了 都 也 还 各 和 与 及 以及 或 跟 还有 再 就 各种 类 这类 之类 什么的 共 要 急 急需 急缺 急用 告急 需要 现货 几个 数件 一批 支援 帮忙 谢谢 有 是 左右 呗 之类的 没有 么有 没 不够 不足 够 怎么办
        and or the , please also too pls plz thx ty
        """
    );

    /// <summary>Words that begin like a verb or filler but are the beginning of a thing.</summary>
    public static readonly Lexicon Protected = new(
        """
        利是 量角器 量杯 手提电话 固定电话 座机电话 电话机 电话手表 急救 应急 求生 送风 给水 给皂 发热 发电 发光 发泡 发酵 发圈 发卡 发箍 有机 有线 有氧 有声 来苏 缺氧 补水 补光 补液 补钙 补铁 补血 补丁 调料 调味 调和油 调光 配电 配件 配方 配餐 领带 领巾 领结 拿铁 用品 用具 在线 收音 收纳 收据 收费 收银 接线 接种 接头 接水 多功能 多用 多媒体 多肉 多层 多维 多孔 大米 大葱 大蒜 大豆 大白 大号 大码 大衣 大枣 大灯
        小米 小麦 小葱 小号 小码 小白菜 小油菜 小板凳 小喇叭 小推车 小桌 小凳 小礼 小药 小药箱 新鲜 新华 新风 老人机 老花 老年 老干妈 还原 加湿 加厚 加热 加油 加长 加绒 加水 加压 加大 加宽 运动 运输 送水 送餐 等离子 到期 上衣 上网 上海青 下水 能量 能源 可乐 可降解 可折叠 可视 可燃 可溶 可吸收 可调 可移动 可擦 把手 全棉 全新风 全自动 全麦 全脂 全身 全面 全智能 全包 各式 各色 自动 自热 自发热 自封 自行车 自喷 自粘 自拍 自吸 自嗨锅
        不锈钢 不粘 不织布 不干胶 不透 不倒翁 放大镜 放映 存储 存钱罐 存折 供氧 供暖 供电 换气 换药 换洗 备用电源 整理箱 做饭 取暖 出风 借书 借阅 少儿 少年 少先 需氧 差压 差速 添加剂 送药 送货车 分体 分装 分类 分隔 分药 分线 分酒 分流 分贝 凑单 搞笑 弄堂 买菜车 订书 订书机 订书针 报纸 报警 报刊 报名表 报夹 找平 派送车 请柬 请帖 望远镜 麻将 盼盼 寻呼 换衣 挂面 挂钩 挂历 挂烫 挂号 挂牌 挂锁 挂绳 挂图 登记本 登记表 登记簿 登记册 记号 记录仪 记录本 记事本 出入证 出入卡 出入登记 通行证 增氧 增高 增压 增白
        和面 和田 跟踪 及时贴 或然 与会证 点读 点火 点心 点滴 点钞 点位牌 先锋 先生 先导 就诊 就餐 都市 也门 再生 再造 太阳能 太阳伞 太阳帽 太空 最佳 特制 特仑苏 特大 特级 应援 得力 会客 会展 能见度 所需 所用 每日坚果 每日 急支糖浆 急流 急诊 急用药 下装 上装 上下铺 下铺 上铺 只读 个人 个体 个性 家用 家电 家具 家庭 家纺 以纯 想念挂面 要素 要闻 没药 将军 向日葵 被子 被套 被单 被褥 被罩 被服 被面 被芯 代步 代餐 代用 替换 替芯 替代 的确良 的确 带鱼 带刺 带灯 带盖 带轮 带柄 带壳 拉杆 拉链 拉面 拉力 拉丝 拉花 拉条 拉绳 拉环 留香 留言 放射 摆件 摆台 收口 收录 寄存柜 缝纫 缝衣 取样 取景 取餐 取卡 领用 领夹麦 备忘 备胎 上衣 下恤
        洗发 理发 烫发 护发 美发 假发 染发 吹发 剪发 生发 除湿 防护 医用 家用 日用 民用 商用 军用 车用 食用 饮用 药用 通用 专用 两用 公用 实用 备用 常用 使用 医用级 非医用 一次性 急性 可充电 可重复 可水洗 可循环 可伸缩 可拆卸 需求登记本 救急箱 手提 儿童 幼儿 婴儿 婴幼儿 女士 男士 成人 成年 老人 老年人 孕妇 产妇
        消毒 酒精 抗原 维生素 硝苯地平 阿莫西林 布洛芬 蒙脱石 连花清瘟 藿香正气 对乙酰氨基酚 阿司匹林 二甲双胍 氨氯地平 胰岛素 奥司他韦 磷酸 头孢 左氧氟沙星 玻璃酸钠 复方 盐酸 碳酸 葡萄糖 生理盐水 氯化钠 洗手 洗衣 洗洁 洗脸 洗澡 洗碗 洗头 免洗 手消 暖手 暖心 暖宝 爱心包 爱心餐 爱心早餐 爱心礼包 爱心伞 爱心毛衣 送餐车 送餐员 送货员 外卖员 借阅证 求职
        """,
        "急救包 急救箱 应急灯 应急包 应急照明 发电机 有机肥 有机蔬菜 补光灯 补习 供氧机 给皂机 分贝仪 分药盒 差旅 上门 上门服务 上网卡 上网课 下饭菜 能量棒 不锈钢盆 不锈钢桶 不干胶标签 多功能插座 来电显示 点卡 点菜 对讲机 对联 出租车 出诊 出水 出行"
    );

    /// <summary>Kinds of medicine before the name of one: 降压药苯磺酸氨氯地平片.</summary>
    public static readonly Lexicon Kinds = new(
        "降压药 消炎药 退烧药 感冒药 止痛药 止咳药 抗生素 降糖药 胃药 心脏病药 特效药 常用药 救命药 处方药 中成药 糖尿病药 高血压药 防疫物资 生活物资 急需物资 生活用品 防疫用品 医疗物资 办公用品"
    );

    /// <summary>Whole words that are no things though they may stand by an amount.</summary>
    public static readonly Lexicon NotThings = new(
        """
        someone somebody anyone anybody everyone everybody me my away back over out donation donations request 区 帐篷区 机子 小区里 老人没出 咱 俺 单 单需求 单子 完 街坊 数量 大概 左右 我们 我 咱 社区 小区 我们社区 我们小区 本社区 本店 我店 我司 我厂 门岗 卡口 居民 老人 孩子 人 大家 我家 家里 我这 我这边 这边 那边 物资 东西 单位 需求 求助 帮忙 帮助 时间 截止 截止时间 联系电话 联系人 电话 地址 备注 姓名 收货人 收件人 需要 用途 现在 目前 今天 明天 紧急 紧急求助 紧急求援
        急需 急 很急 拜托 谢谢 希望 支援 支持 就行 就够 行 好 楼道 值守 一下 一声 各位 老师 同志 亲 邻居 朋友 业主 住户 村民 志愿者们 办公室 服务站 站点 家属 病人 患者 婆婆 爷爷 奶奶 群众 学生 同学 孕妇 手机号 手机 号码 门牌 微信 姓 名 谁 谁家 这里 那里 隔离点 我处 我村 村上 村里 数目 缺口 情况 问题 事 活动 通知 晚上 上午 下午 每天 每人 每户 平均 总共 合计 共计
        物资需求 需求清单 求助物资 物品 物资名称 物品名称 品名 名称 规格 型号 捐赠 捐赠物资 爱心物资 防疫物资 爱心 收到 已收 登记 签收 数量不限 说明 理由 原因 楼 栋 单元 室 号 家 户 村 院 we i us they you it people residents team hi hello thanks thank please urgent help asap this that community
        清单如下 窍门 小窍门 妙招 技巧 知识 经验 建议 思路 意见 消息 信息 问题 办法 说法 电话 课 班 机会 地方 方案 名单 情况 会 会议 通知 群 视频 文章 新闻 谣言 图 照片 故事 表 表格 字 话 路 事情 病例 确诊 楼栋 卡点 点位 点 门 出入口 班次 班组 小组 队 批次 车次 床位
        """
    );

    /// <summary>Ends that show a clause, not a thing.</summary>
    public static readonly Lexicon NotEnds = new(
        "娃儿 娃儿些 娃娃些 幺儿 老汉 家长 贫困生 考生 新生 孤老 病号 伤员 灾民 环卫工人 没出 出来 回来 困难户 低保户 贫困户 家人 楼 村子 社 院 营 区里 屯 名学 妇女 病友 我们 大家 起来 下来 一下 的人 时候 的话 可以 能够 应该 觉得 知道 不行 不了 不到 没有 完了 光了 了吗 怎么 什么 多少 为什么 社区 小区 卡口 居民 老人 孩子 同志 家庭 家属 患者 病人 群众 路口 楼栋 单元 门岗 办公室 村民 业主 住户 乡亲 学生 小时 分钟 多少钱 之后 之前 以后 不 没 也 都 很 太"
    );
}
