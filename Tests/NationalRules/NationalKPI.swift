/// A KPI of the national run, told by partnership.
public struct NationalKPI: Sendable {
    public var id: String
    var title: String
    var indicator: String
    /// The parameters, as YAML.
    var with = ""
    var unit = "count"
    var grains = ["month"]
    var levels = ["partnership"]

    /// Its entry of the section `kpis`.
    var text: String {
        """
          \(id):
            title: \(title)
            indicator: \(indicator)
            with: {\(with)}
            unit: \(unit)
            grains: [\(grains.joined(separator: ", "))]
            by: [\(levels.joined(separator: ", "))]

        """
    }

    public static let crime = NationalKPI(
        id: "crime", title: "Recorded crime", indicator: "count", with: "dataset: street_crime, where: \(isCrime)",
        levels: ["police_force", "partnership"])

    public static let unplacedRecords = NationalKPI(
        id: "unplaced_records", title: "Share of records without a place", indicator: "unplaced_share",
        with: "dataset: street_crime", unit: "percent", levels: ["police_force"])

    public static let antisocialBehaviour = count("asb", "Antisocial behaviour", isAntisocialBehaviour)

    /// Every indicator of `high-harm-areas` that the records of street crime, with the residents of the census and the deciles of
    /// deprivation, can feed for a partnership, by month and quarter: counts and rates of crime, antisocial behaviour and each type of crime,
    /// each type's share of crime, the neighbourhoods where there was crime, the share of crime in the tenth of a partnership's
    /// neighbourhoods with the most, and the gap between its most deprived ones and the rest. By month its hotspots, and the new ones, for
    /// which thirteen successive months are needed and there are twelve. Records without a place by police force, since only their sender is
    /// known.
    ///
    /// Long-term empty homes by authority and year, as the returns name authorities and not partnerships.
    ///
    /// The others need what is not published here: weights of harm (`crime_harm`, `harm_share`), and homes brought back into use
    /// (`empty_homes_returned`).
    public static let all: [NationalKPI] = {
        var all = [crime, antisocialBehaviour, rate("crime", "Recorded crime", isCrime)]
        all.append(rate("asb", "Antisocial behaviour", isAntisocialBehaviour))
        for type in crimeTypes {
            let id = type.lowercased().split(separator: " ").joined(separator: "_")
            let condition = "'crime_type == \"\(type)\"'"
            all.append(count(id, type, condition))
            all.append(rate(id, type, condition))
            all.append(
                NationalKPI(
                    id: "\(id)_share", title: "Share of crime, \(type)", indicator: "share",
                    with: "dataset: street_crime, where: \(isCrime), of: \(condition)", unit: "percent"))
        }
        all.append(
            NationalKPI(
                id: "crime_neighbourhoods", title: "Neighbourhoods with recorded crime", indicator: "distinct",
                with: "dataset: street_crime, column: area, where: \(isCrime)"))
        all.append(
            NationalKPI(
                id: "crime_concentration", title: "Share of crime in the tenth of neighbourhoods with the most",
                indicator: "concentration", with: "where: \(isCrime)", unit: "percent"))
        all.append(
            NationalKPI(
                id: "deprivation_gap", title: "Crime rate of the most deprived neighbourhoods against the rest",
                indicator: "deprivation_gap", with: "where: \(isCrime), population: residents, decile: 1",
                unit: "index"))
        all.append(unplacedRecords)
        for place in all.indices { all[place].grains = ["month", "quarter"] }
        for (id, title, indicator) in [
            ("crime_hotspots", "Neighbourhoods in the partnership's top tenth in nine of twelve months", "hotspots"),
            ("new_crime_hotspots", "Neighbourhoods that have become hotspots", "new_hotspots"),
        ] {
            all.append(
                NationalKPI(
                    id: id, title: title, indicator: indicator,
                    with: "where: \(isCrime), ranked_within: partnership, at_least: 9, months: 12"))
        }
        all.append(
            NationalKPI(
                id: "empty_homes", title: "Long-term empty homes", indicator: "empty_homes", grains: ["calendar year"],
                levels: ["authority"]))
        return all
    }()

    /// The types of crime of data.police.uk, without antisocial behaviour.
    static let crimeTypes = [
        "Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime", "Other theft",
        "Possession of weapons", "Public order", "Robbery", "Shoplifting", "Theft from the person", "Vehicle crime",
        "Violence and sexual offences",
    ]

    private static let isCrime = #"'crime_type != "Anti-social behaviour"'"#
    private static let isAntisocialBehaviour = #"'crime_type == "Anti-social behaviour"'"#

    private static func count(_ id: String, _ title: String, _ condition: String) -> NationalKPI {
        NationalKPI(id: id, title: title, indicator: "count", with: "dataset: street_crime, where: \(condition)")
    }

    private static func rate(_ id: String, _ title: String, _ condition: String) -> NationalKPI {
        NationalKPI(
            id: "\(id)_rate", title: "\(title) per 1,000 people", indicator: "rate",
            with: "dataset: street_crime, where: \(condition), population: residents", unit: "per 1,000 people")
    }
}
