extension Sample {
    /// Long-term vacant dwellings by year, in the layout of the yearly return.
    static func vacantDwellings() -> SampleSource {
        SampleSource(
            path: "high-harm-areas/long_term_vacant_dwellings.csv",
            story:
                "A row a year, on the day of the return in October: 1,182 homes in 2019, 1,203 in 2020, and 1,073 in 2023.",
            table: Table(
                header: ["la_code", "la_name", "year", "dwellings", "note"],
                rows: zip(2019...2023, [1182, 1203, 1160, 1115, 1073]).map { year, dwellings in
                    [Borough.code, Borough.name, "\(year)", "\(dwellings)", ""]
                }))
    }
}
