/// The rules' tests, for `beacon test` and for promtool: the same series, all rules evaluated over all periods.
extension BenchRules {
    /// What a rule says of the last period.
    struct Expectation {
        var rule: String
        /// The rule's number in its file.
        var number: Int
        var fires: Bool
    }

    static let firstPeriod = "2020-01"
    static let lastPeriod = "2024-12"

    /// One test that expects something of every rule, and so judges every rule over all periods.
    func tests(_ expectations: [Expectation]) -> String {
        var text = """
            beacon: 1
            tests:
              - test: all rules over all periods
                from: \(Self.firstPeriod)
                given:

            """
        for file in Self.modules.indices {
            for number in 0..<Self.kpisPerFile {
                text += "      kpi_\(file)_\(number): \(Self.series(number, file: file))\n"
            }
        }
        text += "    expect:\n"
        for expectation in expectations {
            text += "      \(expectation.rule):\n"
            text += "        \(Self.lastPeriod): \(expectation.fires ? "fired" : "did not fire")\n"
        }
        return text
    }

    /// The rules as Prometheus reads them: one group, evaluated once a minute, with what ours say beside the condition: owner and severity as
    /// labels, title, message and response as annotations.
    var prometheusRules: String {
        var text = "groups:\n- name: all\n  interval: 1m\n  rules:\n"
        for file in Self.modules.indices {
            for number in 0..<rulesPerFile {
                text += """
                      - alert: rule_\(file)_\(number)
                        expr: \(Self.condition(number, file: file).theirs)
                        labels: {severity: medium, owner: \(Self.owner)}
                        annotations:
                          title: \(Self.title(number))
                          message: "{{ $labels.area }}: incidents of kind \(number % Self.kpisPerFile)"
                          respond: \(Self.response)

                    """
            }
        }
        return text
    }

    private static let area = "Telford and Wrekin"

    /// A promtool test. Every rule is evaluated in each of the sixty minutes, whatever is asserted; what these expectations assert
    /// shows that both languages say the same.
    func prometheusTests(rulesFile: String, _ expectations: [Expectation]) -> String {
        var text = "rule_files: [\(rulesFile)]\nevaluation_interval: 1m\ntests:\n- interval: 1m\n  input_series:\n"
        for file in Self.modules.indices {
            for number in 0..<Self.kpisPerFile {
                text += "  - series: 'kpi_\(file)_\(number){area=\"\(Self.area)\"}'\n    values: \(Self.series(number, file: file))\n"
            }
        }
        text += "  alert_rule_test:\n"
        for expectation in expectations {
            text += "  - eval_time: \(Self.periodCount - 1)m\n    alertname: \(expectation.rule)\n"
            guard expectation.fires else {
                text += "    exp_alerts: []\n"
                continue
            }
            text += """
                    exp_alerts:
                    - exp_labels: {severity: medium, owner: \(Self.owner), area: \(Self.area)}
                      exp_annotations:
                        title: \(Self.title(expectation.number))
                        message: "\(Self.area): incidents of kind \(expectation.number % Self.kpisPerFile)"
                        respond: \(Self.response)

                """
        }
        return text
    }
}
