"""The words that the cell readers know: endings of bodies, bodies without a name, labels, kinds of law titles.

One table for all readers, so that the habit of a new list is one word here. No word names a place, a file or a row.
"""

from __future__ import annotations

import re


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# ------------------------------------------------------------------------------------------------------------ bodies

LEVELS = ("自治区", "地区", "省", "市", "州", "盟", "县", "区", "旗")
"""First words of a body above the township that say which division it belongs to."""

LEAGUE = "团(?=[县区旗市州盟省]委)"
"""How the league's committee begins (团县委): an expression."""

LEVELS_INSIDE_NAMES = ("自治区", "地区", "省", "市", "州", "盟", "区")
"""Levels that also stand inside names (城 市管理局): after a space they begin a body only beside one of their own level."""

NATIONAL = re.compile(r"^(?:国家|国网|中国|中央)")
"""How national bodies begin, whose local branches carry their place behind the name (国家电网X县供电公司)."""

COMPANY_BRANCHES = (
    (
        re.compile(r"(?:公司|集团|电网|电力|银行|邮政|移动|联通|电信|铁塔|烟草|石油|石化|保险)$"),
        re.compile(r"(?:分公司|支公司|分行|支行|营业部)$"),
    ),
    (re.compile(r"(?:电网|电力)(?:公司|集团)?$"), re.compile(r"供电(?:公司|局|所)$")),
)
"""How a company ends, and what then follows its place: both together name a local branch (某电网公司X供电分公司)."""

DIVISION_ENDINGS = re.compile(
    r"(?:(?:[\u4e00-\u9fff]{1,4}族)+自治|自治)?"
    r"(?:特别行政区|自治区|新区|地区|省|市|州|盟|县|区|旗|街道|镇|乡|苏木)$"
)
"""What is cut off a division's name to get the stem that local offices carry in their names."""

BODY_ENDINGS = _words(
    """
    委员会 管委会 常委会 办事处 指挥部 办公室 研究室 工作室 监测室 服务室 委 办 局 部 厅 署 院 中心
    总队 支队 大队 中队 队 所 站 处 馆 台 工会 协会 商会 学会 基金会 促进会 联合会 联合社 总社 供销社 合作社
    联社 信用社 作协 记协 海关 邮政 气象台 党委 党组 武装部 学校 公司 集团 银行 支行 分行 电网 专班 小组 联席会议
    厂 中学 小学 幼儿园 基地 园区 开发区 林场 农场 牧场 机关 机构 部门 单位
    """
)
"""Endings of bodies in official lists. 会, 科, 社 and 组织 alone are none: they stand in the middle of names too."""

WHOLE_NAMES = _words(
    """
    委 政府 人民政府 人大 政协 纪委 监委 法院 检察院 医院 党校 残联 妇联 文联 侨联 台联 工商联 社科联 科协
    团委 红十字会 红会 总工会 武装部 人武部 编办 教委 供销社 供销联社 电力 移动 联通 电信 人行 农商行
    """
)
"""What makes a complete name right behind the level (县委, 区残联), without any word between."""

CONTINUES = re.compile(
    r"^(?:[和及与等）)]|公室|员会|常委会"
    r"|(?:机关|办公室|分局|大队|中队|支队|队|局|委|委员会|中心|部|办|联合会|工会|站|所|处|院|公司|分公司|监委|部门|单位)$)"
)
"""A word that, parted from a body's name by a space or a page, is the rest of that name."""

PARTY_ORGANS = re.compile(
    r"^(?:组织部|宣传部|统战部|统一战线|政法委|社会工作部|办公室|网络安全|网信办|机构编制|编办|巡察|党校|老干部"
    r"|保密|机要|政策研究)"
)
"""Organs that follow 县委, 区委, 市委 … in one name."""

BRANCH = re.compile(r"^(?:管理)?(?:分局|分公司|分中心|支局|支公司|分院|分行|支行|工作站|管理处|办事处)")
"""What follows a place inside a name when the place belongs to the body before it (…生态环境局X分局)."""


UNNAMED_HEADING = re.compile(
    r"^(?:其他|其它|各|相关|有关)|^(?:主管|牵头|成员|责任|配合|派出|属地)(?:部门|单位)$"
    r"|^(?!完善|明确|建立|健全|落实|督促|协调|会同|联合|指导|协助|组织|加强|按照|根据|依照|移交|移送|报送|告知|通知|上报|反馈|提请)"
    r"[\u4e00-\u9fff]{2,14}部门$"
)
"""Unnamed bodies that a heading may name though the column does not have them (住建部门：, 其他单位：)."""

LEADING = re.compile(r"^(?:牵头|主管|主责)(?:部门|单位)$")
ASSISTING = re.compile(r"^(?:配合|协助|协办|参与)(?:部门|单位)$")
"""Headings by the part of the bodies: the column names the leading one first."""

OTHERS_HEADING = re.compile(
    r"^(?:各|有关|相关)?(?:学校|企业|村委会|居委会|社区|医疗机构|养老机构|培训机构|用人单位|经营单位|生产经营单位|物业企业)$"
)
"""Those who are no departments, where a heading gives them clauses of their own."""

UNNAMED_SUBJECT = re.compile(
    r"(?:各|其他|其它|相关|有关|上级|行业|职能|主管|牵头|责任|县级|区级|市级|旗级|县直|区直)"
    r"[各其他相关有行业主管监职能务牵头责任县区市级直]{0,10}(?:部门和单位|部门单位|部门|单位)"
)
"""An unnamed body at the beginning of a clause, as its grammatical subject."""

ENUMERATION_CLOSED = re.compile(r"^(?:各|相关|有关)*(?:部门和单位|部门单位|部门|单位)$")
"""Closes a list of bodies without adding one, unless the column has it too (A、B等有关部门)."""

PART_IN_BRACKETS = re.compile(r"^(?:主责|责任|牵头|负责|配合|参与|协助)(?:单位|部门)?$")
"""A bracket behind a body that says its part in the duty and is no second plate."""

SUBJECT_VERBS = _words(
    """
    负责 牵头 承担 组织 做好 开展 依照 依据 按照 根据 按 会同 配合 加强 对 统筹 指导 协调 协同 协助 制定 建立 健全
    完善 监督 检查 查处 落实 提供 审核 审批 受理 办理 推进 推动 应 要 在 将 为 与 及时 定期 依法 统一 具体 全面 积极
    严格 认真 主动 充分 履行 实施 执行 督促 参与 强化 深入 梳理 汇总 发布 编制 宣传 收到 接到 通过 邀请 引导 打击 处理 处置 保障
    确定 核实 调度 联合 联系 结合 利用 向 由 从 把 以 ， , ： :
    """
)
"""How a clause goes on behind a body that is its subject."""

SUBJECT_GOES_ON = re.compile(
    "|".join(map(re.escape, sorted((*SUBJECT_VERBS, "、", "和", "等"), key=len, reverse=True)))
)
"""What stands behind a subject, at its very end."""
BEFORE_SUBJECT = re.compile(
    r"(?:其中[，,：:]?)?由(?=[^，。；]{2,60}?(?:负责|牵头|承担|组织|实施|开展|按|会同))|其中[，,：:]"
)
"""What may stand before the body that is a clause's subject (由县水利局负责 …)."""
BEARERS_AT_END = re.compile(
    r"(?:[（(](?:(?:责任|牵头|负责|主责|承办|落实)(?:部门|单位)\s*[：:]\s*)?(?P<names>[^（）()：:；;。]{3,120}?)"
    r"(?:按(?:照)?职责分工)?(?:分别)?(?:牵头|负责|落实)*[）)]"
    r"|[，,]由(?P<by>[^，。；（）]{3,60}?)(?:按(?:照)?职责分工)?(?:分别)?(?:牵头|负责|落实|组织|实施)+)[。；;]?$"
)
"""The end of a clause that names who bears it, in brackets or with 由."""

NO_SUBJECT = re.compile(
    r"的|所属|下属|系统|工作人员|负责人|干部|门前"
    r"|(?:移交|移送|转办|交办|下发|下达|反馈|制定|印发|出具|审批|核发|确认|委托|上报)的"
)
"""How a clause goes on behind a body that only qualifies something else (县公安局移交的线索 …)."""

# ------------------------------------------------------------------------------------------------- labels: furniture

_FIRST_ITEM = r"(?=1\s*[.．、](?!\d)|[（(]\s*[1一]\s*[）)]|①|一、)"
_PROVIDED = r"履\s*[职责]\s*(?:保\s*障|支\s*持)\s*(?:措施|内容|事项|方面|情况)*(?:包括|如下|为)?"
SAFEGUARDS = re.compile(
    rf"[【\[（(]?(?:所?提供的?)?{_PROVIDED}(?:[】\]）)]\s*[：:；;]?\s*|\s*[：:；;]\s*|\s*(?:$|(?=\n)|{_FIRST_ITEM}))"
)
"""What the department provides to the township follows."""
_WAY = r"(?:方式|措施|举措|方法|内容|要求)"
OTHER_SAFEGUARDS = re.compile(
    rf"(?:保障措施|支持保障|保障支持|提供的?(?:保障|支持)(?:措施)?)(?:\s*[：:]\s*|\s*(?:$|{_FIRST_ITEM}))"
)
"""Rarer words for the same; as subheadings of duties they stand behind a number, and are none."""
SAFEGUARDS_OF = re.compile(rf"(?:所?提供)?(?:的)?{_PROVIDED}$")
"""The end of a heading of safeguards behind its bodies (县水利局提供的履职保障：)."""
DUTIES_LABEL = re.compile(
    r"(?:(?P<level>省|自治区|地区|市|州|盟|县|区|旗)(?:级|直)(?:部门|单位)?(?:\s*[：:]|(?:主要|工作)?职责\s*(?:[：:]|$))"
    r"|(?:上级|对应)?(?:部门|单位)?(?:的)?(?:主要|工作|履职)?职责(?:任务|分工)?(?:是|为|如下|包括)?\s*(?:[：:]|$))\s*"
)
"""A label over the duties of all bodies below (上级部门职责：), or of those of one level (市级：)."""
PART_LABEL = re.compile(
    r"(?:牵头|主管|主责|责任|配合|参与|协助|协办|承办|主办|实施)(?:部门|单位)\s*(?:[：:]\s*|(?=[（(])|(?=[县区旗市州盟]))"
)
"""A word for the part of the bodies that a heading names behind it (牵头单位：县水利局)."""
RECEIVER_LABEL = re.compile(
    r"[【\[]?\s*(?:承接|收回|接收|上收|牵头|责任|实施|承办|配合|协助|参与)(?:责任)?(?:部门|单位|机构|主体)"
    rf"(?:[及和与、](?:工作|履职|履责|承接)?(?:{_WAY}|职责))*"
    r"(?:\s*[】\]]\s*[：:]?|\s*[：:]|(?<=[承收接上][接回收]部门)(?=\s)|(?<=[承收接上][接回收]单位)(?=\s))"
)
"""The body that takes a duty back follows, or one that takes part."""
METHOD_LABEL = re.compile(
    r"[【\[]?\s*(?:(?:收回|承接)后的?)?"
    rf"(?:(?:履职|履责|工作|承接|收回|落实|具体|主要|实施|监管|管理|处理|运行|执行|接收){_WAY}"
    rf"(?:\s*[及和与、]\s*(?:履职|履责|工作|具体|承接|管理)?{_WAY})*"
    r"(?:\s*[】\]]\s*[：:；;]?|\s*[：:；;]|(?=[ \f]*\n)|(?=[ \f]))|(?:工作|主要|具体)职责\s*[：:])"
)
"""The way in which a duty is done after it was taken back follows."""
DEPARTMENT_LABEL = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[局委办部院会队联]))(?:牵头|责任|配合|参与|协助)(?:部门|单位)\s*[：:]"
    r"|(?<![\u4e00-\u9fff])(?:"
    r"(?:主管|主责|对应上级|上级|承接|协办|承办|主办|实施|垂管|垂直管理|驻[县区旗市])(?:部门|单位)"
    r"|(?:省|自治区|地区|市|州|盟|县|区|旗)(?:级|直)(?:牵头|责任|主管|配合)?(?:部门|单位)?"
    r"|牵头|主责|配合|参与|协助)\s*[：:]"
)
"""A word before bodies of the department column that says their part."""
DUTIES_OF = re.compile(
    r"(?:的)?(?:主要|工作|牵头|配合|具体|履职|职能)*(?:职责|责任|负责|牵头|配合|承担|任务|职责分工|职责任务|工作职责)(?:是|为|如下|包括)?$"
)
"""The end of a heading behind its bodies (县水利局主要职责：)."""
TOWNSHIP_ROLE = (
    r"(?:（[^（）：:]{1,12}）|\([^():：]{1,12}\))?"
    r"(?:保留|继续|配合|协助|承担|履行|履职|需|应){0,3}(?:的)?(?:主要|工作)?"
    r"(?:职责|工作|责任|事项|内容|任务|要求|措施)?\s*[：:]\s*"
)
"""What may stand between a word for the township and the colon of its heading (镇配合职责：)."""
TOWNSHIP_WORDS = (
    "苏木乡镇", "苏木镇", "苏木", "乡镇", "镇街", "街镇", "街乡", "乡（镇）", "民族乡", "街道", "镇", "乡", "属地", "基层",
    *(f"{kind}{office}" for kind in ("乡镇", "镇", "乡", "苏木", "民族乡") for office in ("人民政府", "政府", "党委、政府")),
    "街道办事处", "街道办", "办事处",
)  # fmt: skip
"""How a list speaks of the township itself where it does not give its name."""
NO_RECEIVER = re.compile(
    r"^(?:暂?无|无需|不涉及|[/／]|[-－]+|[—─]+|(?:暂?无|没有|无需|不设|无需明确|不再明确)承接(?:部门|单位|主体)?)$"
)
"""Stands where a receiving body would, and says that there is none."""
OFFICE = re.compile(r"(?:局|委|委员会|办公室|大队|支队|公司)$")
"""Endings that only offices have: a heading that ends so names one, though it has no level."""

LINK = re.compile(r"以及|会同|[和及与]|等(?:部门单位|部门和单位|部门|单位)?")
"""Stands between the names of bodies, or closes their list."""
FURNITURE = (
    SAFEGUARDS,
    RECEIVER_LABEL,
    METHOD_LABEL,
    DEPARTMENT_LABEL,
    DUTIES_OF,
    PART_IN_BRACKETS,
    NO_RECEIVER,
    LINK,
    re.compile(rf"(?:{'|'.join(map(re.escape, TOWNSHIP_WORDS))}){TOWNSHIP_ROLE}"),
)
"""All printed words that no field of a record repeats. Headings are beside them: their bodies are in departments."""

# ------------------------------------------------------------------------------------------------------- abolished

NOBODY_DOES_IT = re.compile(
    r"不再(?:继续)?(?:开展|进行|实施|办理|执行|保留|组织|下达|征收|发放|出具|推广|要求|受理|考核|作为|列入|纳入|承担|履行|审批|审核"
    r"|核发|设立|报送|统计|评选|对[^，。；]{1,30}(?:考核|检查|评比|征收|排名))"
    r"|无需(?:再)?(?:开展|办理|实施)|无需(?:列明|明确)承接"
)
"""The duty is done by nobody any more."""
GROUND_FELL_AWAY = re.compile(
    r"(?:已|予以|现已)(?:取消|废止|失效|终止|停止|完成|撤销)|停止(?:执行|开展|实施)|(?:^|[，,])取消(?![^。；]*(?:职责|责任|义务))"
)
"""Its ground fell away: abolished where no body takes it either (该证明已取消)."""
CANCELLED = re.compile(r"^取消(?![^。；]*(?:职责|责任|义务))")
"""The duty itself is cancelled (取消X推广工作), not the township's part in it (取消乡镇对X的职责)."""
ENDED = re.compile(
    r"^(?:[该此本](?:项|类)?)?(?:事项|工作|职责|业务)?(?:现已|现|已|予以|全部){0,2}(?P<word>取消|废止|终止|停止|撤销|暂停|暂缓)"
    r"(?:开展|实施|执行|办理|进行|推行)?(?:[该此本](?:项|类)?)?(?:事项|工作|职责|业务)?[。；;]?$"
)
"""A clause that says nothing but that the duty ends (停止实施。, 该事项已取消)."""
SUSPENDED = ("暂停", "暂缓")
"""Words of ENDED after which the duty may be taken up again."""
TOWNSHIP_ALONE = re.compile(r"(?:乡镇|乡|镇|街道|苏木|基层|乡村|村级)(?:（[^（）]{1,6}）)?[^，。；]{0,4}$")
"""Before NOBODY_DOES_IT: it is the township alone that does it no more."""
SUCCESSOR = re.compile(
    r"由[^，。；]{1,40}?(?:负责|开展|承担|组织|实施|办理|审核|审批|牵头|承接|核实|处理|进行|提供|统一|直接|依法|收回|受理"
    r"|管理|履行|行使|监管|查处|执法|落实|统筹)"
)
"""Somebody else does it (由县民政局负责 …)."""
TAKES_OVER = re.compile(
    r"负责|牵头|承担|承接|收回|统一|直接|组织|实施|办理|依法|行使|履行|开展|监管|管理|查处|受理|审核|审批|核实|处理|按|$|(?=[，,；;。])"
)
"""How a clause goes on behind a body that does what the township did, or ends behind it."""
HANDED_TO = re.compile(
    r"(?:^|[，,；;。])(?:统一|改|应|可)?由|(?:收回|上收|划转|划归|划入|移交)(?:至|到|给|归|由)?(?=[^，,；;。]{2})"
)
"""The body that receives a duty follows, inside a sentence."""
WHOLLY = re.compile(r"(?:开展|实施|执行|保留|进行|组织|考核|检查|评比|征收|排名|承接)$")
"""The end of NOBODY_DOES_IT where it speaks of the duty as such (不再开展), not of a part of it (不再要求 …报送材料)."""
THE_DUTY = re.compile(r"[此该本这上]|相关工作|[。；;，,]|$")
"""What makes any other 不再 speak of the duty as such: 不再受理此项业务, 不再出具。"""

# ------------------------------------------------------------------------------------------------------------ laws

_ANNEX = r"(?:[（(【\[〔][^（）()]*[）)】\]〕])*$"
LAW_ENDINGS = re.compile(
    r"(?:法|法典|法典[^《》]{2,10}编|条例|办法|规定|细则|规则|规程|通则|总则|准则|通知|意见|决定|决议|批复|的函|复函|公告|通告|命令|令|解释|公约|章程|标准"
    rf"|规范|修正案|党章){_ANNEX}"
)
"""Endings of laws and normative documents. Certificates, forms, plans, lists and registers end otherwise."""
NO_LAWS = re.compile(
    r"(?:(?:书|做|方|用|看|说|手|技|想|打|工作|司|执|普|立|守|违|非|合)法|(?:保护|责|指|限高|消费|调|口)令"
    r"|(?:村民|居民|市民|业主|文明|卫生|社区|小区|行业|自律|管理|自治)公约|业主[^》]*规则"
    rf"|(?:自治|合作社|公司|协会|组织|理事会|小区)章程){_ANNEX}"
)
"""Words that end like a law and are none: ways of doing (工作法), orders to persons, rules that people give themselves."""
CORRESPONDENCE = re.compile(rf"(?:通知|意见|决定|决议|批复|公告|解释|命令){_ANNEX}")
"""Kinds of documents that go to single persons too."""
NORMATIVE = re.compile(
    r"关于|印发|转发|(?:若干|指导|实施|暂行|工作|党委|党组|国务院|人民政府|委员会)[^的]{0,6}(?:意见|决定|通知|命令)|号"
)
"""What makes correspondence normative."""
