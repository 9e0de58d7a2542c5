/// Ten thousand rules as analysts write them, five files of two thousand, no two alike; and the same thresholds as Prometheus writes
/// them. A period here is a month, there a minute.
struct BenchRules {
    static let modules = [
        "child-exploitation", "domestic-abuse", "high-harm-areas", "road-safety", "serious-youth-violence",
    ]
    static let kpisPerFile = 20
    static let periodCount = 60

    var rulesPerFile = 2_000

    /// One rule's condition, in both languages. Every threshold differs from every other of its kind.
    struct Condition {
        var ours: String
        var theirs: String
    }

    static func condition(_ number: Int, file: Int) -> Condition {
        let kpi = "kpi_\(file)_\(number % kpisPerFile)"
        let other = "kpi_\(file)_\((number + 7) % kpisPerFile)"
        // The decimals differ from rule to rule: .0000 to .9999.
        let decimals = "\(10_000 + number % 10_000)".dropFirst()
        let level = "\(100 + number * 13 % 240).\(decimals)"
        let part = "\(number % 30).\(decimals)"
        switch number % 4 {
        case 0: return Condition(ours: "\(kpi) > \(level)", theirs: "\(kpi) > \(level)")
        case 1:
            return Condition(
                ours: "change(\(kpi)) > \(part)%",
                theirs: "(\(kpi) - \(kpi) offset 12m) / (\(kpi) offset 12m) * 100 > \(part) and \(base(kpi))")
        case 2:
            return Condition(
                ours: "\(kpi) > 1\(part.count == 6 ? "0" : "")\(part)% * mean(\(kpi), over: 12 months)",
                theirs:
                    "\(kpi) > 0.01 * 1\(part.count == 6 ? "0" : "")\(part) * avg_over_time(\(kpi)[11m30s]) and \(base(kpi))")
        default:
            return Condition(
                ours: "\(kpi) > \(level) and \(other) < 2\(level)", theirs: "\(kpi) > \(level) and \(other) < 2\(level)")
        }
    }

    /// The guard `base(x) >= 20` in Prometheus' words.
    private static func base(_ kpi: String) -> String { "(\(kpi) + \(kpi) offset 12m) / 2 >= 20" }

    /// The figures of a KPI, in the shorthand that both take: a start, and a step for each further period.
    static func series(_ number: Int, file: Int) -> String {
        "\(100 + (number * 37 + file * 11) % 60)+\(1 + number % 3)x\(periodCount - 1)"
    }

    /// The same figures, one by one.
    static func figures(_ number: Int, file: Int) -> [Double] {
        (0..<periodCount).map { Double(100 + (number * 37 + file * 11) % 60 + $0 * (1 + number % 3)) }
    }
}

extension BenchRules {
    /// The definition files, by name.
    var definitions: [(name: String, text: String)] {
        [("partnership.yaml", Self.partnership)]
            + Self.modules.indices.map { ("\(Self.modules[$0]).yaml", priority($0)) }
    }

    private static let partnership = """
        beacon: 1
        partnership: A partnership to measure by
        audiences:
          internal: {title: Internal}
        groups:
          group: {title: The group, audience: internal}
        datasets:
          published_figures:
            files: "**/published-figures.csv"
            holds: figures
            key: [figure, area, period]
            every: once
            columns: {figure: figure, area: area, period: period, value: {header: value, type: number}, unit: unit, basis: basis}
        boards:
          board: {title: The board, audience: internal}
        areas:
          borough:
            E06000020: {name: Telford and Wrekin}
          wards:
            E05015165: {name: Admaston & Bratton, lsoa_2021: [E01014072]}

        """

    private func priority(_ file: Int) -> String {
        var text = """
            beacon: 1
            priority: \(Self.modules[file])
            title: Priority \(file)
            module: \(Self.modules[file])
            lead: group

            kpis:

            """
        for number in 0..<Self.kpisPerFile {
            text += """
                  kpi_\(file)_\(number):
                    title: Incidents of kind \(number)
                    indicator: published
                    with: {dataset: published_figures, figure: incidents_\(number), count: true}
                    unit: count
                    grains: [month]
                    better: lower

                """
        }
        text += "\nrules:\n"
        for number in 0..<rulesPerFile {
            let condition = Self.condition(number, file: file)
            let kpi = "kpi_\(file)_\(number % Self.kpisPerFile)"
            text += """
                  rule_\(file)_\(number):
                    title: \(Self.title(number))
                    owner: \(Self.owner)
                    review: 2030-03-31
                    severity: medium
                    on: month
                    when: "\(condition.ours)"
                \(number % 4 == 1 || number % 4 == 2 ? "    given: base(\(kpi)) >= 20\n" : "")    message: "{area}: {\(kpi)} incidents in {period}"
                    respond: \(Self.response)

                """
        }
        return text
    }

    static let owner = "Community safety analyst"
    static let response = "Review the plan against the profile of incidents"
    static func title(_ number: Int) -> String { "Incidents of kind \(number % kpisPerFile) are many (\(number))" }
}
