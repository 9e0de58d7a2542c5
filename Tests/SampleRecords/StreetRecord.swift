/// Where a street-level record lies.
enum StreetPlace {
    case area(SmallArea)
    /// The code, the name of 2011 and that of 2021 of an LSOA in another authority.
    case elsewhere((code: String, formerName: String, name: String))
    case unknown
}

/// One line of a street-level file.
enum StreetRecord {
    static let header = [
        "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code",
        "LSOA name", "Crime type", "Last outcome category", "Context",
    ]

    static let otherAuthorities = [
        (code: "E01028853", formerName: "Shropshire 025A", name: "Shropshire 025A"),
        (code: "E01028855", formerName: "Shropshire 025C", name: "Shropshire 025C"),
        (code: "E01032418", formerName: "Wyre Forest 010A", name: "Wyre Forest 010A"),
        (code: "E01015417", formerName: "Poole 006A", name: "Bournemouth, Christchurch and Poole 021A"),
    ]

    /// The first month whose files carry the LSOA codes of 2021.
    static let codesChange = CalendarMonth(2023, 6)

    static func crime(in place: StreetPlace, month: CalendarMonth, from stream: inout RandomStream) -> [String] {
        let identifier = stream.hexadecimal(digits: 64)
        let kind = kinds.draw(from: &stream)
        let recent = month >= CalendarMonth(2024, 4)
        let outcome = (recent ? recentOutcomes : outcomes).draw(from: &stream)
        return row(identifier, month, place, kind, outcome, from: &stream)
    }

    /// Antisocial behaviour has neither an identifier nor an outcome, so that incidents at one place are equal rows.
    static func antisocialBehaviour(
        in place: StreetPlace, month: CalendarMonth, from stream: inout RandomStream
    ) -> [String] {
        row("", month, place, "Anti-social behaviour", "", from: &stream)
    }

    private static func row(
        _ identifier: String, _ month: CalendarMonth, _ place: StreetPlace, _ kind: String, _ outcome: String,
        from stream: inout RandomStream
    ) -> [String] {
        let force = "West Mercia Police"
        let (code, name) = area(of: place, in: month)
        var position = ["", "", "No Location"]
        if !code.isEmpty {
            let point = SnapPoint(areaCode: code, index: stream.below(6))
            position = [point.longitude, point.latitude, point.location]
        }
        return [identifier, month.text, force, force] + position + [code, name, kind, outcome, ""]
    }

    private static func area(of place: StreetPlace, in month: CalendarMonth) -> (code: String, name: String) {
        let former = month < codesChange
        switch place {
        case .area(let area):
            return former
                ? (area.formerCode, "\(Borough.name) \(area.formerName)") : (area.code, "\(Borough.name) \(area.name)")
        case .elsewhere(let area):
            return (area.code, former ? area.formerName : area.name)
        case .unknown:
            return ("", "")
        }
    }

    private static let kinds = Mixture([
        ("Violence and sexual offences", 43), ("Criminal damage and arson", 9), ("Shoplifting", 9), ("Other theft", 7),
        ("Public order", 9), ("Burglary", 5), ("Vehicle crime", 5), ("Drugs", 3), ("Other crime", 3),
        ("Possession of weapons", 2), ("Bicycle theft", 1), ("Robbery", 1), ("Theft from the person", 1),
    ])

    private static let outcomes = Mixture([
        ("Unable to prosecute suspect", 45), ("Investigation complete; no suspect identified", 38),
        ("Under investigation", 5), ("Awaiting court outcome", 6), ("Local resolution", 3),
        ("Offender given a caution", 2), ("Action to be taken by another organisation", 1),
    ])

    private static let recentOutcomes = Mixture([
        ("Under investigation", 60), ("Unable to prosecute suspect", 18),
        ("Investigation complete; no suspect identified", 18), ("Awaiting court outcome", 4),
    ])
}
