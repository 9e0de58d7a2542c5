import ModuleKit
import Testing

@testable import Definitions

/// Which KPIs count records of which others, as their conditions are written.
@Suite struct CountedSetTests {
    private static func set(_ condition: String?, dataset: String = "crime") -> CountedSet? {
        var parameters: [String: ParameterValue] = ["dataset": .text(dataset)]
        parameters["where"] = condition.map(ParameterValue.text)
        return CountedSet(CountedRecords(where: [.condition(parameter: "where")]), parameters)
    }

    @Test(
        "a set holds another",
        arguments: [
            (nil, #"kind == "Burglary""#),
            (#"kind != "Nuisance""#, #"kind == "Burglary""#),
            (#"kind != "Nuisance""#, #"kind in ["Burglary", "Robbery"]"#),
            (#"kind in ["Robbery", "Burglary"]"#, #""Burglary" == kind"#),
            (#"kind == "Burglary""#, #"kind == "Burglary" and hour(date) < 6"#),
            (#"hour(date) < 6"#, #"kind == "Burglary" and (hour(date)   < 6)"#),
            (#"not missing(kind)"#, #"kind == "Burglary""#),
            (#"not missing(kind)"#, #"not (kind in ["Burglary"])"#),
            (#"not (kind == "A")"#, #"kind != "A" and kind != "B""#),
            (#"held == true"#, #"held == true and kind == "A""#),
        ] as [(String?, String)])
    func holds(holder: String?, part: String) throws {
        let (holder, part) = (try #require(Self.set(holder)), try #require(Self.set(part)))
        #expect(holder.holds(part))
        #expect(!part.holds(holder))
    }

    @Test(
        "a set does not hold another",
        arguments: [
            (#"kind == "Robbery""#, #"kind == "Burglary""#),
            (#"kind != "Burglary""#, #"kind in ["Burglary", "Robbery"]"#),
            (#"kind == "A""#, #"sex == "A""#),
            (#"kind == "A" or sex == "B""#, #"kind == "A""#),
            (#"missing(kind)"#, #"not missing(kind)"#),
            (#"kind != "A""#, #"missing(kind)"#),
        ])
    func holdsNot(holder: String, part: String) throws {
        #expect(!(try #require(Self.set(holder)).holds(try #require(Self.set(part)))))
    }

    @Test("conditions written otherwise may be the same set, and datasets of other names are none")
    func same() throws {
        let first = try #require(Self.set(#"kind in ["A", "B"] and sex == "F""#))
        let second = try #require(Self.set(#"sex == "F" and kind in ["B", "A"]"#))
        #expect(first == second)
        #expect(!(try #require(Self.set(nil, dataset: "other")).holds(first)))
    }

    @Test(
        "a set may be those of another that have a place, or have none",
        arguments: [
            (nil, "missing(area)", true), (nil, "not missing( area )", true), (nil, "missing(kind)", false),
            (#"kind == "A""#, #"missing(area) and kind == "A""#, true), (nil, #"missing(area) and kind == "A""#, false),
            (nil, #"area != "W1""#, false),
        ] as [(String?, String, Bool)])
    func byPlace(holder: String?, part: String, isByPlace: Bool) throws {
        let (holder, part) = (try #require(Self.set(holder)), try #require(Self.set(part)))
        #expect(part.isByPlace(within: holder) == isByPlace)
        #expect(!holder.isByPlace(within: part))
    }

    @Test("of parameters: values, columns that a parameter names, what is left out, and what is no count of records")
    func parameters() throws {
        let counted = CountedRecords(
            of: "casualties", where: [.value(column: "mode", parameter: "mode"), .fixed("killed == true")],
            part: [.not(.valueOfStated(column: "by", parameter: "unknown"))], unlessStated: "person")
        let all = try #require(CountedSet(counted, [:]))
        let cars = try #require(CountedSet(counted, ["mode": .texts(["Car"])]))
        #expect(all.holds(cars) && !cars.holds(all))
        #expect(cars.columns(within: all) == ["mode"])
        let known = try #require(CountedSet(partOf: counted, ["by": .text("sex"), "unknown": .texts(["Not stated"])]))
        #expect(all.holds(known) && known.columns(within: all) == ["sex"])
        #expect(CountedSet(counted, ["person": .text("victim")]) == nil)
        #expect(CountedSet(partOf: CountedRecords(where: []), ["dataset": .text("crime")]) == nil)
    }
}
