extension Sample {
    /// Motor traffic in vehicle miles by year, in the layout of the Department for Transport's file.
    static func roadTraffic() -> SampleSource {
        SampleSource(
            path: "roads/traffic.csv",
            story: """
                Vehicle miles chosen so that the casualties above give the strategy's rates a billion miles: 42.6 in 2020, \
                62.9 in 2021 and 62.4 in 2022. Two figures are written with an exponent, as the real file does.
                """,
            table: Table(
                header: [
                    "local_authority_id", "local_authority_name", "local_authority_code", "year", "link_length_km",
                    "link_length_miles", "cars_and_taxis", "all_motor_vehicles",
                ],
                rows: [
                    ["187", Borough.name, Borough.code, "2019", "1069.8", "664.7", "754000000", "9.55e+08"],
                    ["187", Borough.name, Borough.code, "2020", "1078.3", "670", "572000000", "751000000"],
                    ["187", Borough.name, Borough.code, "2021", "1083.4", "673.2", "606000000", "795000000"],
                    ["187", Borough.name, Borough.code, "2022", "1074.1", "667.4", "707000000", "913000000"],
                    ["187", Borough.name, Borough.code, "2023", "1081.8", "672.2", "734000000", "9.37e+08"],
                ],
                quoting: .allText))
    }
}
