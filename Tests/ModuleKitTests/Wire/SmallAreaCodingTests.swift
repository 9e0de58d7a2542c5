import Foundation
import Measures
import ModuleKit
import Testing

/// What modules and host say to each other of small areas and senders, letter for letter.
struct SmallAreaCodingTests {
    private func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static let groupings: [(Grouping, String, String)] = [
        (.part(level: "lsoa"), #"{"by":"part","level":"lsoa"}"#, "part"),
        (.sender(level: "police_force"), #"{"by":"sender","level":"police_force"}"#, "area"),
    ]

    @Test(arguments: groupings)
    func aGroupingIsWrittenAndReadAlike(_ grouping: Grouping, _ written: String, _ column: String) throws {
        #expect(try text(grouping) == written)
        #expect(try JSONDecoder().decode(Grouping.self, from: Data(written.utf8)) == grouping)
        #expect(grouping.columnName == column)
    }

    static let offers: [(LevelOffer, String)] = [
        (
            .holding(parameter: "small_area_level", standard: "lsoa", itself: true),
            #"{"itself":true,"parameter":"small_area_level","standard":"lsoa","told":"holding"}"#
        ), (.senders(parameter: "dataset"), #"{"parameter":"dataset","told":"senders"}"#),
    ]

    @Test(arguments: offers)
    func anOfferIsWrittenAndReadAlike(_ offer: LevelOffer, _ written: String) throws {
        #expect(try text(offer) == written)
        #expect(try JSONDecoder().decode(LevelOffer.self, from: Data(written.utf8)) == offer)
    }

    @Test func aManifestWithoutLevelsIsToldForAllOfThem() throws {
        let plain = IndicatorDescription(
            name: "n", summary: "", definition: "", unit: .count, carriesCounts: true, addsUp: true)
        let written = try text(plain)
        #expect(!written.contains("levels"))
        #expect(try JSONDecoder().decode(IndicatorDescription.self, from: Data(written.utf8)).levels == nil)
        let unknown = #"{"parameter":"dataset","told":"elsewhere"}"#
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(LevelOffer.self, from: Data(unknown.utf8)) }
    }

    @Test func aRequestTellsHowManySmallAreasThereAre() throws {
        var request = IndicatorRequest(kpi: "k", indicator: "i", unit: .count, grains: [.month], levels: [AreaLevel("ward")])
        #expect(try !text(request).contains("parts"))
        request.parts = PartNumbers(all: 115, within: ["ward": ["E05a": 6]])
        #expect(try text(request).contains(#""parts":{"all":115,"within":{"ward":{"E05a":6}}}"#))
        #expect(try JSONDecoder().decode(IndicatorRequest.self, from: Data(try text(request).utf8)) == request)
    }

    static let levels: [([String: ParameterValue], String)] = [
        ([:], "lsoa"), (["small_area_level": .text("ward")], "ward"), (["other": .text("ward")], "lsoa"),
    ]

    @Test(arguments: levels)
    func theSmallLevelIsTheParametersOrTheStandard(_ parameters: [String: ParameterValue], _ level: String) {
        let offer = LevelOffer.holding(parameter: "small_area_level", standard: "lsoa", itself: false)
        #expect(offer.smallLevel(parameters) == level)
        #expect(LevelOffer.senders(parameter: "small_area_level").smallLevel(parameters) == nil)
    }
}
