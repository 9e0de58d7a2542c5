/// The made sample records: a pure function of a seed.
public enum Sample {
    /// The seed of the committed sample.
    public static let seed: UInt64 = 24

    /// Every file of the sample by its path below the sample's folder, with its whole text.
    ///
    /// Equal seeds give equal bytes on every platform. The totals that the README of the sample states hold for every
    /// seed; what lies between them is drawn.
    public static func files(seed: UInt64) -> [String: String] {
        let sources = sources(seed: seed)
        var texts = ["README.md": readme(of: sources, seed: seed)]
        for file in sources.flatMap(\.files) {
            texts[file.path] = file.table.text
        }
        return texts
    }

    /// The sources in the order in which the README lists them.
    static func sources(seed: UInt64) -> [SampleSource] {
        let casualties = roadCasualties(seed: seed)
        return [
            streetCrime(seed: seed),
            youthViolence(seed: seed),
            schoolTerms(),
            casualties,
            adjustedCasualties(of: casualties, seed: seed),
            roadTraffic(),
            speedChecks(seed: seed),
            educationSessions(seed: seed),
            exploitationReferrals(seed: seed),
            missingEpisodes(seed: seed),
            mechanismReferrals(seed: seed),
            disruptionActions(seed: seed),
            closedInvestigations(seed: seed),
            exploitedChildren(seed: seed),
            exploitationPerpetrators(seed: seed),
            maracReturns(seed: seed),
            housingApproaches(seed: seed),
            flaggedCrimes(seed: seed),
            homicideReviewActions(seed: seed),
            educationSettings(seed: seed),
            emptyHomes(),
            vacantDwellings(),
            councilIncidents(seed: seed),
            flyTipping(seed: seed),
            sharedHouseInspections(seed: seed),
            neighbourhoodWatch(),
            publicPlaceIncidents(seed: seed),
            harmWeights(),
            deprivation(),
            population(),
        ]
    }
}
