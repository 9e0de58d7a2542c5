extension Sample {
    /// A weight of harm for each crime type, with its edition and source.
    static func harmWeights() -> SampleSource {
        SampleSource(
            path: "high-harm-areas/harm-weights.csv",
            story: """
                Weights in days, larger where a crime does more harm, and made: put a published table in their place, such as the Crime \
                Severity Score of the Office for National Statistics, mapped to the types of police.uk.
                """,
            table: Table(
                header: ["Crime type", "Weight", "Edition", "Source"],
                rows: harmPlan.map { [$0, "\($1)", "made 1", "made for the sample"] }))
    }

    private static let harmPlan = [
        ("Violence and sexual offences", 180), ("Robbery", 365), ("Possession of weapons", 120), ("Burglary", 75),
        ("Drugs", 60),
        ("Criminal damage and arson", 20), ("Vehicle crime", 20), ("Public order", 15), ("Theft from the person", 15),
        ("Other crime", 15), ("Other theft", 8), ("Bicycle theft", 5), ("Shoplifting", 4),
    ]
}
