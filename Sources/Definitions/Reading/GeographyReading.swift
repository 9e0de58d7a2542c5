import Diagnostics
import Measures
import YAMLText

/// The levels that `areas:` defines, from the whole to the smallest part.
private enum Level {
    static let borough = AreaLevel("borough")
    static let ward = AreaLevel("ward")
    static let planArea = AreaLevel("plan_area")
    static let lsoa = AreaLevel("lsoa")
}

extension ReadingContext {
    private struct Named {
        var name: String
        var otherNames: [String]
        var note: String?
        var lsoa2021: [String] = []
        var lsoa2011: [String] = []
        var wards: [Located<String>] = []
        var lsoas: [Located<String>] = []
        var tile: Located<TilePlace>?
        var peers: [Located<String>] = []
    }

    /// Reads `areas:` — the borough, its wards with the LSOA codes of both vintages that lie in each, the old codes that
    /// straddle wards, and the plan areas made of wards or LSOAs.
    /// Or, with `levels`, areas and codes of lookup tables.
    func geography(_ reader: inout MappingReader) -> Geography? {
        if reader.has("levels") { return lookedUpGeography(&reader) }
        let boroughs = reader.required("borough", .entries(of: named("the borough")))
        let wards = reader.required("wards", .entries(of: named("a ward", codes: true))) ?? []
        let planAreas = reader.optional("plan_areas", .entries(of: named("a plan area", parts: true))) ?? []
        let straddling = reader.optional("straddling", .entries(of: .list(of: .locatedText))) ?? []
        guard let boroughs, let borough = boroughs.first else { return nil }
        for extra in boroughs.dropFirst() { report(DefinitionProblem.secondWhole(extra.key.text), at: extra.key.span) }

        var areas = [area(borough, Level.borough, among: [])]
        var placements: [Geography.Placement] = []
        func place(_ code: String, _ level: AreaLevel, _ area: AreaCode) {
            placements.append(Geography.Placement(code: code, level: level, area: area))
        }
        let whole = AreaCode(borough.key.text)
        place(whole.rawValue, Level.borough, whole)
        for code in straddling { place(code.key.text, Level.borough, whole) }

        var lsoas: [Area] = []
        var codesOfWard: [String: [String]] = [:]
        var split: [AreaCode] = []
        for ward in wards {
            let own = AreaCode(ward.key.text)
            areas.append(area(ward, Level.ward, among: wards))
            // An unchanged code stands in both vintages, and is placed once.
            let codes =
                [own.rawValue] + ward.value.lsoa2021 + ward.value.lsoa2011.filter { !ward.value.lsoa2021.contains($0) }
            codesOfWard[own.rawValue] = codes
            for code in codes {
                place(code, Level.borough, whole)
                place(code, Level.ward, own)
            }
            for code in ward.value.lsoa2021 {
                lsoas.append(Area(code: AreaCode(code), name: "\(code) (\(ward.value.name))", level: Level.lsoa))
                place(code, Level.lsoa, AreaCode(code))
            }
            // A code of 2021 that 2011 did not know is a part of one that no longer is: its earlier records carry the old code.
            if !ward.value.lsoa2011.isEmpty {
                split += ward.value.lsoa2021.filter { !ward.value.lsoa2011.contains($0) }.map { AreaCode($0) }
            }
        }
        for planArea in planAreas {
            let own = AreaCode(planArea.key.text)
            areas.append(area(planArea, Level.planArea, among: planAreas))
            place(own.rawValue, Level.planArea, own)
            place(own.rawValue, Level.borough, whole)
            var codes = planArea.value.lsoas.map(\.value)
            for ward in planArea.value.wards {
                codes += resolve(.area, ward, among: Array(codesOfWard.keys).sorted()) { codesOfWard[$0] } ?? []
            }
            for code in codes { place(code, Level.planArea, own) }
        }
        placements += named(areas, in: placements)
        areas += lsoas
        checkTiles(wards)
        checkTiles(planAreas)
        let wardCodes = wards.map(\.key.text)
        let straddled = straddling.flatMap(\.value).compactMap { ward in
            resolve(.area, ward, among: wardCodes) { wardCodes.contains($0) ? AreaCode($0) : nil }
        }
        var losses: [AreaCode: AreaLevel] = [:]
        for planArea in planAreas {
            losses[AreaCode(planArea.key.text)] = loss(of: planArea.value, straddled: straddled, split: split)
        }
        reportRepeats(areas, keys: (boroughs + wards + planAreas).map(\.key))
        return Geography(
            levels: [Level.borough, Level.ward, Level.planArea, Level.lsoa], areas: areas, placements: placements,
            straddled: Set(straddled + split), losses: losses,
            covers: [
                Geography.Cover(boroughs.prefix(1).map { texts(of: $0) }), Geography.Cover(wards.map { texts(of: $0) }),
                Geography.Cover(wards.flatMap(\.value.lsoa2021).map { [$0] }),
                Geography.Cover((wards.flatMap(\.value.lsoa2011) + straddling.map(\.key.text)).map { [$0] }),
            ])
    }

    /// What a file may call an area.
    private func texts(of entry: (key: YAMLScalar, value: Named)) -> [String] {
        [entry.key.text, entry.value.name] + entry.value.otherNames
    }

    /// The level of a straddled area among those that a plan area names. An LSOA within a ward that it names loses nothing to it: its old code
    /// is the ward's.
    private func loss(of planArea: Named, straddled: [AreaCode], split: [AreaCode]) -> AreaLevel? {
        if planArea.wards.contains(where: { straddled.contains(AreaCode($0.value)) }) { return Level.ward }
        return planArea.lsoas.contains { split.contains(AreaCode($0.value)) } ? Level.lsoa : nil
    }

    /// A source may know an area by a name: the borough's and the wards' names lie wherever their codes do.
    private func named(_ areas: [Area], in placements: [Geography.Placement]) -> [Geography.Placement] {
        areas.filter { $0.level != Level.planArea }.flatMap { area in
            placements.filter { $0.code == area.code.rawValue }.flatMap { placement in
                ([area.name] + area.otherNames).map { name in
                    Geography.Placement(code: name, level: placement.level, area: placement.area)
                }
            }
        }
    }

    private func named(_ owner: String, codes: Bool = false, parts: Bool = false) -> FieldReading<Named> {
        .mapping(owner) { reader in
            let name = reader.required("name", .text)
            var named = Named(
                name: name ?? "", otherNames: reader.optional("also", .list(of: .text)) ?? [],
                note: reader.optional("note", .text))
            if codes || parts {
                named.tile = reader.optional("tile", .located(.tile))
                named.peers = reader.optional("peers", .list(of: .locatedText)) ?? []
            }
            if codes {
                named.lsoa2021 = reader.required("lsoa_2021", .list(of: .text)) ?? []
                named.lsoa2011 = reader.optional("lsoa_2011", .list(of: .text)) ?? []
            }
            if parts {
                named.wards = reader.optional("wards", .list(of: .locatedText)) ?? []
                named.lsoas = reader.optional("lsoas", .list(of: .locatedText)) ?? []
            }
            return name == nil ? nil : named
        }
    }

    private func area(
        _ entry: (key: YAMLScalar, value: Named), _ level: AreaLevel, among others: [(key: YAMLScalar, value: Named)]
    ) -> Area {
        let codes = others.map(\.key.text)
        let peers = entry.value.peers.compactMap { peer -> AreaCode? in
            if peer.value == entry.key.text { report(PageProblem.peerOfItself(peer.value), at: peer.span) }
            return resolve(.area, peer, among: codes) { codes.contains($0) ? AreaCode($0) : nil }
        }
        return Area(
            code: AreaCode(entry.key.text), name: entry.value.name, otherNames: entry.value.otherNames, level: level,
            note: entry.value.note, tile: entry.value.tile?.value, peers: peers)
    }

    /// Two areas in one square would hide each other.
    private func checkTiles(_ entries: [(key: YAMLScalar, value: Named)]) {
        var taken: [TilePlace: String] = [:]
        for entry in entries {
            guard let tile = entry.value.tile else { continue }
            if let other = taken.updateValue(entry.key.text, forKey: tile.value) {
                report(PageProblem.tileTaken(row: tile.value.row, column: tile.value.column, by: other), at: tile.span)
            }
        }
    }

    private func reportRepeats(_ areas: [Area], keys: [YAMLScalar]) {
        var seen: Set<AreaCode> = []
        for area in areas where !seen.insert(area.code).inserted {
            guard let key = keys.last(where: { $0.text == area.code.rawValue }) ?? keys.first else { continue }
            report(DefinitionProblem.areaTwice(area.code.rawValue), at: key.span)
        }
    }
}

extension FieldReading where Value == TilePlace {
    /// `[2, 5]`: the row from the top and the column from the left.
    fileprivate static var tile: Self {
        FieldReading<[Int]>.list(of: .integer(in: 1...100)).then { numbers, field in
            let written = field.node.sequence?.count ?? numbers.count
            guard written == 2 else {
                field.report(PageProblem.notTile(count: written))
                return nil
            }
            // What is no number has been told already.
            return numbers.count == 2 ? TilePlace(row: numbers[0], column: numbers[1]) : nil
        }
    }
}
