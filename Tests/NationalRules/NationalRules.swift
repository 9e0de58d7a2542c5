/// Definitions of the national run: street crime of all forces of England and Wales by community safety partnership, from
/// one Parquet file, in areas from the published lookup tables.
public enum NationalRules {
    /// The text of `partnership.yaml`.
    public static let partnership = """
        beacon: 1
        partnership: Community safety partnerships of England and Wales
        areas:
          whole: {level: country, code: K04000001, name: England and Wales}
          levels:
            police_force: {file: areas/lookup_ltla24_csp24_pfa24.csv, code: pfa24_code, name: pfa24_name}
            partnership: {file: areas/lookup_ltla24_csp24_pfa24.csv, code: csp24_code, name: csp24_name}
            authority: {file: areas/lookup_ltla24_csp24_pfa24.csv, code: ltla24_code, name: ltla24_name}
            lsoa: {file: areas/lookup_lsoa21_ward24_ltla24.csv, code: lsoa21_code, name: lsoa21_name}
          codes:
            - {file: areas/lookup_ltla24_csp24_pfa24.csv, code: ltla24_code, in: [csp24_code, pfa24_code]}
            - {file: areas/lookup_lsoa21_ward24_ltla24.csv, code: lsoa21_code, in: ltla24_code}
            - {file: areas/lookup_lsoa11_lsoa21_ltla22.csv, code: lsoa11_code, in: lsoa21_code}
        audiences:
          internal: {title: Internal}
        groups:
          national-group: {title: National group, audience: internal}
        boards: {}

        """

    /// The text of a priority's file with these KPIs.
    ///
    /// - Parameter rules: the text of its section `rules`, empty for none.
    public static func priority(_ kpis: [NationalKPI], rules: String = "") -> String {
        """
        beacon: 1
        priority: high-harm-areas
        title: Crime and antisocial behaviour
        module: high-harm-areas
        lead: national-group
        datasets:
          street_crime:
            files: national/street.parquet
            extent: wider
            senders:
              column: force
              of: {\(forces.map { "\"\($0)\": \"\($1)\"" }.sorted().joined(separator: ", "))}
            every: month
            due: 20 days
            columns:
              date: {header: Month, type: date, required: true}
              area: LSOA code
              crime_type: {header: Crime type, required: true}
              force: {header: Falls within, required: true}
          deprivation:
            files: deprivation/imd2019_england_lsoa11.csv
            extent: wider
            every: once
            columns:
              area: lsoa11_code
              decile: {header: IMD_decile, type: whole, required: true, minimum: 1, maximum: 10}
          long_term_vacant_dwellings:
            files: housing/long_term_vacant_dwellings.csv
            holds: figures
            extent: wider
            every: calendar year
            due: 90 days
            columns:
              date: {header: year, type: date, required: true}
              area: la_code
              dwellings: {header: dwellings, type: number, minimum: 0}
              note: note
          residents:
            files: population/census21_residents_lsoa21.csv
            extent: wider
            key: [area, year]
            complete: true
            every: once
            columns:
              area: {header: lsoa21_code, type: area}
              year: {value: 2021, type: whole}
              people: {header: total_residents, type: whole, minimum: 0}
        kpis:
        \(kpis.map(\.text).joined())\(rules)
        """
    }

    /// The forces of England and Wales by the name in their files, with the name of their area. Four of them sent no file at
    /// all.
    public static let forces: [String: String] = {
        let constabularies = [
            "Avon and Somerset", "Cambridgeshire", "Cheshire", "Cumbria", "Derbyshire", "Durham", "Gloucestershire",
            "Hampshire", "Hertfordshire", "Lancashire", "Norfolk", "Suffolk",
        ]
        let police = [
            "Bedfordshire", "Cleveland", "Devon & Cornwall", "Dorset", "Dyfed-Powys", "Essex", "Gwent", "Humberside", "Kent",
            "Leicestershire", "Lincolnshire", "Merseyside", "North Wales", "North Yorkshire", "Northamptonshire",
            "Northumbria", "Nottinghamshire", "South Wales", "South Yorkshire", "Staffordshire", "Surrey", "Sussex",
            "Thames Valley", "Warwickshire", "West Mercia", "Wiltshire", "Greater Manchester", "West Midlands",
            "West Yorkshire",
        ]
        var forces = ["City of London Police": "London, City of", "Metropolitan Police Service": "Metropolitan Police"]
        for name in constabularies { forces["\(name) Constabulary"] = name }
        for name in police { forces["\(name) Police"] = name }
        return forces
    }()
}
