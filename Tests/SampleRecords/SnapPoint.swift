/// A made place that records of an LSOA are snapped to, as the real files snap theirs.
struct SnapPoint {
    private let areaCode: String
    private let index: Int
    private let stable: Int

    /// The point is a function of the code and the number alone, so that it stays the same from month to month.
    init(areaCode: String, index: Int) {
        self.areaCode = areaCode
        self.index = index
        var stream = RandomStream(seed: UInt64(index), name: areaCode)
        stable = stream.below(1_000_000)
    }

    var longitude: String { "-2.\(padded(380_000 + stable % 1000 * 210, to: 6))" }

    var latitude: String { "52.\(padded(630_000 + stable / 1000 * 140, to: 6))" }

    var location: String { "On or near \(Self.streets[stable % Self.streets.count])" }

    private static let streets = [
        "Parking Area", "Supermarket", "Shopping Area", "Sports/Recreation Area", "Petrol Station", "Park/Open Space",
        "Pedestrian Subway", "Further/Higher Educational Building", "Church Road", "High Street", "School Lane",
        "Mill Close", "Station Road", "Canal Walk", "Orchard Drive", "Furnace Lane", "Brook Street", "Chapel Row",
        "Hill Crescent", "Park Avenue", "Well Meadow", "Kiln Bank", "Quarry Place", "Oak Grove", "Forge Way",
    ]
}
