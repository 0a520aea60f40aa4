"""Tables for the tests of export: one of each form, every cell of it filled."""

H = """
kind: project
profile: hebei
year: 2026
agency: {code: "414001", name: 甲县市场监督管理局}
currency_unit: 万元
stage: 申报
project: {code: 13032426P00000000001A, name: 食品抽检经费, purpose: "抽检食品，\\n保障安全。", category: 特定目标类, remark: 已评审}
budget: {total: "12.00", fiscal: "10.00", other: "2.00", other_items: [{item: 自有资金, amount: "2.00"}]}
spending_plan_title: 资金支出计划（累计%）
spending_plan: {1月: 8%, 2月: 16%, 3月: 24%, 4月: 32%, 5月: 40%, 6月: 48%, 7月: 56%, 8月: 64%, 9月: 72%, 10月: 80%, 11月: 90%, 12月: 100%}
goals: {annual: [1.完成抽检任务。, 2.公布结果。], midterm: {from: 2026年, to: 2028年, text: 合格率逐年提高。}}
indicators:
  - {level1: 产出指标, level2: 数量指标, name: 抽检批次, description: 全年抽检批次, value: ≥130批次, basis: 年度工作计划, weight: "20"}
  - {level1: 产出指标, level2: 数量指标, name: 检查户次, description: 检查户次, value: "010", basis: 年度工作计划, x-联系人: 张三}
  - {level1: 产出指标, level2: 质量指标, name: 合格率, description: 合格率, value: ≥96%, basis: 历史经验, remark: 上年95%}
  - {level1: 满意度指标, level2: 服务对象满意度指标, name: 群众满意度, description: 满意度, value: =90%, basis: 往年}
remark: 本表为示例。
x-审核人: 李四
x-意见: [同意, {日期: 2026-01-05}]
"""

A = """
kind: project
profile: sichuan
title: 某市2026年市级部门预算项目支出绩效目标申报表
annex: 附件3
year: 2026
agency: {code: "107001", name: 市市场监管局}
implementer: 市管局
responsible: 王五
phone: 0827-1234567
project: {name: 监管经费, attribute: 延续, term: [经常性], basis_types: [法律法规, 上级文件要求, 党组会议纪要]}
budget:
  total: 30万元
  fiscal: 25 万 元
  other: 5万
  midterm: {total: 90万元, fiscal: 75万元, other: 15万元}
  prior: 28万元
  procurement: 6万元
  purchased_services: 4万元
  sources: {total: 30万元, general: 20万元, gov_fund: 4万元, soe_capital: 3万元, social_insurance: 2万元, other: 1万元}
goals: {midterm: {from: 2026年, to: 2028年, text: 建成监管体系。}, annual: 完成年度监管。}
indicators:
  - {horizon: 中长期, level1: 产出指标, level2: 数量指标, name: 三年检查次数, value: ≥90次}
  - {horizon: 中长期, level1: 产出指标, level2: 成本指标, name: 三年成本, value: ≤90万元}
  - {level1: 产出指标, level2: 数量指标, name: 检查次数, value: ≥30次}
  - {horizon: 年度, level1: 产出指标, level2: 数量指标, name: 培训, value: 不少于1次, basis: 工作计划}
  - {level1: 产出指标, level2: 质量指标, name: 完成率, value: 100%}
  - {level1: 效益指标, level2: 社会效益, name: "", value: ""}
  - {horizon: 三年, level1: 满意度指标, level2: 服务对象满意度, name: 群众, value: ≥80%}
"""

P = """
kind: project
profile: sichuan
year: 2026
agency: 市计量所
implementer: 市计量所 肖某
project:
  name: 计量专项
  attribute: 延续
  policy_type: 民生保障
  basis: 财税〔2017〕20号
  scope: 强检计量器具检测
  plan_document: 中长期规划甲
  fund_rule: 管理办法乙
  allocation: 因素法
  eligibility: 无
  period: {start: 2026年, end: 2030年}
budget:
  total: 76万元
  fiscal: 46万元
  other: 30 万元
  midterm: {total: 300万元, fiscal: 200万元, other: 100万元}
  sources: {total: 76万元, general: 46万元, other: 30万元}
goals: {midterm: 建成中心。, annual: 新建标准3项。}
indicators:
  - {horizon: 中长期, level1: 产出指标, level2: 数量指标, name: 五年新建, value: 15项}
  - {level1: 产出指标, level2: 数量指标, name: 新建, value: 3项}
"""

S = """
kind: project
profile: mof-2021
year: 2026
agency: {code: "511000", name: 某镇人民政府}
implementer: 某镇财政所
project: {code: 51011726T000000000001, name: 道路养护, category: 特定目标类, period: {start: 2026-01, end: 2026-12}, purpose: 养护村道。}
budget: {total: "500000", fiscal: "400000", other: "100000"}
currency_unit: 元
goals: {midterm: 道路完好。, annual: 养护20公里。}
indicators:
  - {level1: 产出指标, level2: 数量指标, name: 养护里程, op: ≥, value: "20", unit: 公里, weight: "30", direction: 正向}
  - {level1: 成本指标, level2: 经济成本指标, name: 单位成本, op: ≤, value: "2.5", unit: 万元/公里, weight: "20", direction: 反向}
  - {level1: 满意度指标, level2: 服务对象满意度指标, name: 村民满意度, op: 定性, value: 较高, unit: "", weight: "10", scoring: 问卷, description: 抽样, evidence: 问卷表}
"""

O = """
kind: project
profile: hubei
year: 2026
agency: 某学院
supervisor: {code: "205", name: 某市教育局}
implementer: 某学院学工部
responsible: 赵六
phone: "027-88888888"
project:
  name: 学生资助
  attribute: 新增
  term: 经常性
  category: 事业发展类
  basis: 鄂财教〔2020〕1号
  purpose: 资助困难学生。
  period: {start: 2026年1月, end: 2026年12月}
  schedule: [{task: 申请, start: 3月, end: 4月}, {task: 发放, start: 5月, end: 11月}]
budget:
  total: "120.00"
  fiscal: "100.00"
  other: "20.00"
  upper: "60.00"
  own: "40.00"
  breakdown:
    - {item: 助学金, amount: "100.00", basis: 500人×2000元, actual_1: "90.00", actual_2: "80.00"}
    - {item: 奖学金, amount: "20.00", basis: 100人×2000元}
goals: {midterm: 应助尽助。, annual: 资助500人。}
indicators:
  - {horizon: 中长期, level1: 产出指标, level2: 数量指标, name: 三年资助, value: 1500人, basis: 规划}
  - {level1: 产出指标, level2: 数量指标, name: 资助人数, value: 500人, basis: 规划, history: {last_year: 480人, year_before_last: 450人}}
"""

D1 = """
kind: department
profile: shandong-duty
year: 2026
agency: 某市检验检测中心
indicators:
  - duty: {no: 1, name: 承担抽检, item: 工业产品, goal: 完成抽检}
    name: 抽检批次
    description: 完成批次
    value: 980批次
    standard: {planned: 990批次, current: 985批次, source: 任务文件}
    history: {average_3y: 600批次, last_year: 970批次, source: 系统数据}
    activity: [抽样, 检验]
  - duty: {no: 1, name: 承担抽检, item: 食品, goal: 完成抽检}
    name: 食品批次
    value: 14000批次
    formula: 按系统统计
  - duty: {no: 2, name: 计量检定}
    name: 检定台件
    value: 200台件
    remark: 含委托
"""

D2 = """
kind: department
profile: sichuan
year: 2026
agency: {name: 某市市场监督管理局, code: "107"}
duties: 市场监管。
tasks:
  - {name: 人员支出, content: 工资, total: "2486.68", fiscal: "2486.00", other: "0.68"}
  - {name: 公用经费, content: 办公费, total: "795.49", fiscal: "795.49", other: "", remark: 含车辆}
tasks_total: {total: "3282.17", fiscal: "3281.49", other: "0.68"}
goals: {annual: 保障安全。, midterm: 建成体系。}
indicators:
  - {level1: 完成指标, level2: 数量指标, name: 案件, value: 100件以上}
  - {level1: 完成指标, level2: 质量指标, name: 办结率, value: ≥95%, weight: "10"}
"""

D3 = """
kind: department
profile: hunan
year: 2026
agency: 某区价格认证中心
duties: [价格认定, 价格鉴证]
budget: {total: "88.00", fiscal: "80.00", other: "8.00"}
goals: {annual: 完成认定。}
tasks: [{name: 认定, content: 涉案认定, total: "8.00"}]
tasks_total: {total: "8.00"}
indicators:
  - {level1: 产出指标, level2: 数量指标, name: 认定件数, value_type: 定量, op: ≥, value: "100", unit: 件, weight: "20", description: 全年件数, scoring: 每少1件扣1分, history: {last_year: "95", year_before_last: "90"}, remark: 无}
  - {level1: 效益指标, level2: 社会效益指标, name: 公信力, value_type: 定性, value: 提高, unit: "", region: 东区}
measures: 加强管理。
"""

DN = """
kind: department
profile: hebei
year: 2026
agency: {code: "414", name: 甲县市场监督管理局}
goals: {annual: "总体第一段。\\n总体第二段。"}
duties: [（一）办公室。, （二）法规股。]
measures: [加强领导。, 严格考核。]
indicators:
  - {duty: {no: （1）, name: 抓好战略, goal: 推进战略}, name: 合格率, value: 达到92%}
  - {duty: {no: （1）, name: 抓好战略, goal: 推进战略}, name: 标准, value: 20项, remark: 制定标准20项，地方10项；}
  - {duty: {no: （1）, name: 抓好战略, goal: 推进战略}, name: 地方, value: 10项, remark: 制定标准20项，地方10项；}
  - {duty: {no: "2", name: 守住底线, item: 安全, goal: 不出事故}, name: 事故, value: 0起, weight: "5"}
remark: 年初编制。
x-经办: 钱七
"""

G = """
kind: project
year: 2026
agency: 某单位
supervisor: 某局
responsible: 孙八
project: {code: A1, name: 信息化, attribute: 新增, term: 一次性, purpose: 建系统。, basis: 批文}
budget: {total: 5.00万元, fiscal: 4.00万元, other: 1.00万元, own: 4.00万元, breakdown: [{item: 软件, amount: "5.00", basis: 询价}]}
spending_plan: {第一季度: "25", 第二季度: "50"}
goals: {annual: 建成, midterm: 好用}
indicators:
  - {level1: 产出指标, level2: 数量指标, name: 系统数, description: 套数, op: "=", value: "1", unit: 套, weight: "10", scoring: 按比例, basis: 合同, direction: 正向, formula: 计数, data_source: 台账, collection: 盘点, evidence: 验收单, reference: {value: "1", basis: 往年}, actual: "1", score: "10"}
"""

D = """
kind: department
year: 2026
agency: 某单位
duties: 职责文字
budget: {total: "10", fiscal: "9", other: "1"}
goals: 年度目标文字
measures: 保障文字
indicators:
  - {level1: 产出指标, level2: 数量指标, name: 件数, value: 9件, weight: "10"}
"""

TABLES = {"H": H, "A": A, "P": P, "S": S, "O": O, "D1": D1, "D2": D2, "D3": D3, "DN": DN, "G": G, "D": D}
