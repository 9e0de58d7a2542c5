/// An LSOA of 2021 and the one of 2011 that it comes from.
struct SmallArea {
    let code: String
    let name: String
    let formerCode: String
    let formerName: String
    /// Whether the former area's successors lie in two wards.
    let fromAcrossWards: Bool

    static func unchanged(_ code: String, _ name: String) -> SmallArea {
        renamed(code, name, name)
    }

    static func renamed(_ code: String, _ formerName: String, _ name: String) -> SmallArea {
        SmallArea(code: code, name: name, formerCode: code, formerName: formerName, fromAcrossWards: false)
    }

    static func split(
        _ code: String, _ name: String, from formerCode: String, _ formerName: String, acrossWards: Bool = false
    ) -> SmallArea {
        SmallArea(
            code: code, name: name, formerCode: formerCode, formerName: formerName, fromAcrossWards: acrossWards)
    }
}

/// A ward of 2024 with its LSOAs.
struct Ward {
    let code: String
    let name: String
    let crimeWeight: Int
    let smallAreas: [SmallArea]

    /// The crime weight of one LSOA. An area whose former one lay across two wards is made quiet, so that the change of
    /// codes in 2023 shows in its ward without passing for a rise.
    func weight(of area: SmallArea) -> Int {
        area.fromAcrossWards ? crimeWeight / 3 : crimeWeight
    }

    /// The crime weight of the whole ward.
    var weight: Int { smallAreas.reduce(0) { $0 + weight(of: $1) } }

    /// One of the ward's LSOAs, as likely as it is busy.
    func smallArea(from stream: inout RandomStream) -> SmallArea {
        Mixture(smallAreas.map { ($0, weight(of: $0)) }).draw(from: &stream)
    }
}

/// The borough of Telford and Wrekin.
enum Borough {
    static let code = "E06000020"
    static let name = "Telford and Wrekin"
    static let woodside = "E05015236"
    static let arlestonAndCollege = "E05015209"
    static let brookside = "E05015210"

    static let weight = wards.reduce(0) { $0 + $1.weight }

    /// Draws an LSOA of the whole borough, as likely as it is busy.
    static let smallAreas = Mixture(
        wards.flatMap { ward in ward.smallAreas.map { ($0, ward.weight(of: $0)) } })
}
