import Measures
import Testing

@testable import RuleLanguage

@Suite("What figures can make of a rule, told without any")
struct ReachTests {
    private func reach(_ when: String, given: [String] = [], clear: String? = nil) throws -> RuleReach {
        try Declarations.compile(when, given: given, clear: clear).get().reach
    }

    @Test(
        "rules that no figures make fire",
        arguments: [
            "incidents < 0", "share < 0%", "rate < -1", "change(incidents) < -100%", "change(incidents) <= -101%",
            "incidents > 10 and incidents < 5", "incidents > 10 and incidents <= 10", "5 > incidents and incidents > 5",
            "incidents between 20 and 10", "not (incidents >= 0)", "incidents > 5 and not (incidents > 3)",
            "missing(incidents) and incidents > 5", "missing(incidents) and not missing(incidents)",
            "rank(incidents) < 1", "share_of_total(incidents) > 100%", "delay < 0 days", "age(incidents) < 0 days",
            "incidents > referrals and incidents < referrals", "incidents > referrals and referrals >= incidents",
            "incidents < incidents", "-incidents > 0", "incidents + referrals < 0", "share * 50% < 0%",
            "(incidents > 10 or incidents > 20) and incidents < 7", "incidents == 3 and incidents == 4",
            "incidents != 3 and incidents == 3", "mean(incidents, over: 4 quarters) < 0",
        ])
    func neverFires(_ when: String) throws {
        let reach = try reach(when)
        #expect(!reach.canFire && reach.canStaySilent)
    }

    @Test(
        "rules whose condition any figures meet",
        arguments: [
            "incidents >= 0", "share > -1%", "change(incidents) >= -100%", "rank(incidents) >= 1",
            "incidents > 5 or incidents <= 5", "incidents >= referrals or referrals > incidents", "not (incidents < 0)",
            "incidents == incidents", "incidents != 3 or incidents == 3", "share_of_total(incidents) <= 100%",
        ])
    func alwaysMet(_ when: String) throws {
        let reach = try reach(when)
        #expect(reach.canFire && !reach.canStaySilent)
    }

    @Test(
        "rules that figures decide",
        arguments: [
            "incidents > 0", "incidents > 10 and referrals < 5", "change(incidents) > 10%", "change(incidents) < -10%",
            "incidents > 10 and incidents < 11", "incidents between 10 and 10", "difference(share) < -150 points",
            "harm < 0", "spend < £0", "growth > 300%", "incidents > 1.1 * year_before(incidents)",
            "missing(incidents) and age(incidents) > 45 days", "missing(incidents) and referrals > 5",
            "incidents > previous(incidents) and previous(incidents) > previous(incidents, 2)",
            "incidents < target(incidents)", "incidents != 3", "incidents / referrals < 1",
        ])
    func decided(_ when: String) throws {
        let reach = try reach(when)
        #expect(reach.canFire && reach.canStaySilent)
    }

    @Test("a guard that the condition excludes keeps a rule from ever firing")
    func guards() throws {
        #expect(try !reach("incidents < 5", given: ["incidents > 10"]).canFire)
        #expect(try !reach("change(incidents) > 10%", given: ["base(incidents) < 0"]).canFire)
        #expect(try reach("incidents < 5", given: ["incidents > 3", "significant(change(incidents))"]).canFire)
        #expect(try reach("incidents < 5", given: ["incidents > 10"]).canStaySilent)
    }

    @Test("more situations than are told apart are all taken to be possible")
    func many() throws {
        let wide = (0..<30).map { "(incidents != \($0) or referrals != \($0))" }.joined(separator: " and ")
        let reach = try reach(wide)
        #expect(reach.canFire && reach.canStaySilent)
    }

    struct Recovery: Sendable, CustomTestStringConvertible {
        var when: String
        var clear: String
        var overlap: String?
        var canRecover = true
        var testDescription: String { "\(when), clear \(clear)" }
    }

    @Test(
        "a recovery threshold on the wrong side, with figures that show it",
        arguments: [
            Recovery(when: "change(incidents) > 10%", clear: "change(incidents) < 5%"),
            Recovery(when: "change(incidents) > 10%", clear: "change(incidents) <= 10%"),
            Recovery(when: "change(incidents) > 10%", clear: "change(incidents) < 15%", overlap: "change(incidents) +12.5%"),
            Recovery(when: "change(incidents) > 10%", clear: "change(incidents) >= 20%", overlap: "change(incidents) +20%"),
            Recovery(when: "incidents >= 10", clear: "incidents <= 10", overlap: "incidents 10"),
            Recovery(when: "incidents > target(incidents)", clear: "incidents <= target(incidents)"),
            Recovery(
                when: "incidents >= target(incidents)", clear: "incidents <= target(incidents)",
                overlap: "incidents equal to target(incidents)"),
            Recovery(when: "incidents > 10 or referrals > 10", clear: "incidents < 5", overlap: nil),
            Recovery(when: "incidents > 10", clear: "referrals < 5"),
            Recovery(when: "missing(incidents)", clear: "not missing(incidents)"),
            Recovery(when: "incidents > 10", clear: "incidents < 0", canRecover: false),
        ])
    func recovery(_ wanted: Recovery) throws {
        let reach = try reach(wanted.when, clear: wanted.clear)
        #expect(reach.recoversWhileMet.map { "\($0.term) \($0.value)" } == wanted.overlap)
        #expect(reach.canRecover == wanted.canRecover)
    }
}
