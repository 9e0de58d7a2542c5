import Testing

@Suite("Targets and tolerances that do not fit")
struct TargetErrorTests {
    private static let line = "target: {value: 10%, by: 2026/27, from: {value: 0%, at: 2023/24}, path: linear}"

    /// The KPI with `better: higher` and another target.
    private static func target(_ name: String, _ text: String, says: String) -> Case {
        Case(name, replacing: line, by: "better: higher\n    target: \(text)", says: says)
    }

    static let cases = [
        target(
            "a tolerance without a unit", "{value: 40%, tolerance: 5, owner: Board, because: Agreed}",
            says: #"""
                violence.yaml:28:37: error[not-a-tolerance]: `5` is not a tolerance
                      target: {value: 40%, tolerance: 5, owner: Board, because: Agreed}
                                                      ^
                  write `10% of target`, or `5 points`

                """#),
        target(
            "a percent that may be of the target or in points", "{value: 40%, tolerance: 5%, owner: Board, because: Agreed}",
            says: #"""
                violence.yaml:28:37: error[not-a-tolerance]: `5%` is not a tolerance
                      target: {value: 40%, tolerance: 5%, owner: Board, because: Agreed}
                                                      ^~
                  write `10% of target`, or `5 points`

                """#),
        target(
            "a width below nought", "{value: 40%, tolerance: -5 points, owner: Board, because: Agreed}",
            says: #"""
                violence.yaml:28:37: error[not-a-tolerance]: `-5 points` is not a tolerance
                      target: {value: 40%, tolerance: -5 points, owner: Board, because: Agreed}
                                                      ^~~~~~~~~
                  write `10% of target`, or `5 points`

                """#),
        target(
            "a part of the target below nought", "{value: 40%, tolerance: -10% of target, owner: Board, because: Agreed}",
            says: #"""
                violence.yaml:28:37: error[not-a-tolerance]: `-10% of target` is not a tolerance
                      target: {value: 40%, tolerance: -10% of target, owner: Board, because: Agreed}
                                                      ^~~~~~~~~~~~~~
                  write `10% of target`, or `5 points`

                """#),
        target(
            "nobody who set the tolerance", "{value: 40%, tolerance: 5 points, because: Agreed}",
            says: #"""
                violence.yaml:28:26: error[missing-key]: a target with a tolerance needs the key `owner`
                      target: {value: 40%, tolerance: 5 points, because: Agreed}
                                           ^~~~~~~~~

                """#),
        target(
            "no reason for the tolerance", "{value: 40%, tolerance: 5 points, owner: Board}",
            says: #"""
                violence.yaml:28:26: error[missing-key]: a target with a tolerance needs the key `because`
                      target: {value: 40%, tolerance: 5 points, owner: Board}
                                           ^~~~~~~~~

                """#),
        Case(
            "a tolerance where neither way is worse", replacing: line,
            by: "target: {value: 40%, tolerance: 5 points, owner: Board, because: Agreed}",
            says: #"""
                violence.yaml:27:26: error[tolerance-without-direction]: the KPI is neither better low nor high, so no figure is off its target on the wrong side
                      target: {value: 40%, tolerance: 5 points, owner: Board, because: Agreed}
                                           ^~~~~~~~~
                  state `better: lower` or `better: higher`

                """#),
        target(
            "milestones that lead nowhere", "{value: 40%, milestones: {2025: 20%}}",
            says: #"""
                violence.yaml:28:26: error[missing-key]: a target with a path needs the key `by`
                      target: {value: 40%, milestones: {2025: 20%}}
                                           ^~~~~~~~~~

                """#),
        target(
            "a milestone at no period", "{value: 40%, by: 2026, milestones: {next year: 20%}}",
            says: #"""
                violence.yaml:28:49: error[no-such-period]: there is no period `next year`
                      target: {value: 40%, by: 2026, milestones: {next year: 20%}}
                                                                  ^~~~~~~~~
                  write 2024-03, 2024 Q1, 2024 or 2023/24

                """#),
        target(
            "a milestone in another unit", "{value: 40%, by: 2026, milestones: {2025: 20}}",
            says: #"""
                violence.yaml:28:55: error[not-a-figure]: `20` is not a figure in percent
                      target: {value: 40%, by: 2026, milestones: {2025: 20}}
                                                                        ^~
                  write it with its sign: 10%

                """#),
        target(
            "milestones in no order", "{value: 40%, by: 2027, milestones: {2026: 20%, 2025: 30%}}",
            says: #"""
                violence.yaml:28:36: error[periods-out-of-order]: 2026 must lie before 2025
                      target: {value: 40%, by: 2027, milestones: {2026: 20%, 2025: 30%}}
                                                     ^~~~~~~~~~

                """#),
        target(
            "a milestone before the start",
            "{value: 40%, by: 2027, from: {value: 0%, at: 2025}, milestones: {2024/25: 20%}}",
            says: #"""
                violence.yaml:28:65: error[periods-out-of-order]: 2025 must lie before 2024/25
                      target: {value: 40%, by: 2027, from: {value: 0%, at: 2025}, milestones: {2024/25: 20%}}
                                                                                  ^~~~~~~~~~

                """#),
        target(
            "a milestone that ends with the goal", "{value: 40%, by: 2025, milestones: {2025 Q4: 20%}}",
            says: #"""
                violence.yaml:28:26: error[periods-out-of-order]: 2025 Q4 must lie before 2025
                      target: {value: 40%, by: 2025, milestones: {2025 Q4: 20%}}
                                           ^~

                """#),
        target(
            "a path of another kind", "{value: 40%, by: 2026, from: {value: 0%, at: 2023/24}, path: curved}",
            says: #"""
                violence.yaml:28:74: error[unknown-choice]: `curved` is not one of the values of `path`
                      target: {value: 40%, by: 2026, from: {value: 0%, at: 2023/24}, path: curved}
                                                                                           ^~~~~~
                  possible values: `linear`, `stepped`

                """#),
        target(
            "a start without its period", "{value: 40%, by: 2026, from: {value: 0%}}",
            says: #"""
                violence.yaml:28:36: error[missing-key]: the start of a target's path needs the key `at`
                      target: {value: 40%, by: 2026, from: {value: 0%}}
                                                     ^~~~

                """#),
        Case(
            "a change of definition without its reason", replacing: "theme: Collaboration\n  ",
            by: "theme: Collaboration\n    steps: [{from: 2023-04, by: Analyst}]\n  ",
            says: #"""
                violence.yaml:21:13: error[missing-key]: a step needs the key `because`
                      steps: [{from: 2023-04, by: Analyst}]
                              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~

                """#),
        Case(
            "a change of definition in no month", replacing: "theme: Collaboration\n  ",
            by: "theme: Collaboration\n    steps: [{from: 2023/24, because: New recording rules, by: Analyst}]\n  ",
            says: #"""
                violence.yaml:21:20: error[not-a-month]: `2023/24` is not a month
                      steps: [{from: 2023/24, because: New recording rules, by: Analyst}]
                                     ^~~~~~~
                  write year and month: 2024-03

                """#),
    ]

    @Test("one defect, one message, in full", arguments: cases)
    func message(_ wanted: Case) {
        #expect(Files.replacing(wanted.old, wanted.new).rendered == wanted.says)
    }
}
