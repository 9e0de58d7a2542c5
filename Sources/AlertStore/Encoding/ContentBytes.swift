import Digests
import Foundation
import Measures

/// Bytes for a digest: equal contents give equal bytes, and no two different contents do.
struct ContentBytes {
    private(set) var bytes: [UInt8] = []

    init(reserving capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    var digest: Data { bytes.withUnsafeBytes { Data(SHA256.digest(of: $0)) } }

    mutating func append(_ number: Int) {
        append(UInt64(bitPattern: Int64(number)))
    }

    /// With its length in front, so that two texts never run into one another.
    mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ codes: [UInt8]) {
        append(codes.count)
        bytes.append(contentsOf: codes)
    }

    mutating func append(_ data: Data) {
        append(data.count)
        bytes.append(contentsOf: data)
    }

    /// Bytes that were made by this type.
    mutating func append(bytes part: ArraySlice<UInt8>) { bytes.append(contentsOf: part) }

    mutating func append(_ areas: [AreaCode]) {
        append(areas.count)
        for area in areas { append(area.rawValue) }
    }

    mutating func append(_ period: Period) {
        append(period.grain.rawValue)
        append(period.ordinal)
    }

    /// As the store can hold it.
    mutating func append(_ observation: Observation) {
        let bounds = observation.bounds?.storable
        bytes.append(observation.state.rawValue)
        bytes.append((observation.provisional ? 1 : 0) | (observation.made ? 2 : 0))
        append(observation.value.storable)
        append(bounds?.low)
        append(bounds?.high)
        append(observation.numerator.storable)
        append(observation.denominator.storable)
        append(observation.count.storable)
        append(observation.sumOfSquaredWeights.storable)
        append(observation.denominatorVintage)
        append(observation.sources?.received)
        append(observation.sources?.expected)
    }

    private mutating func append(_ number: Double?) { append(number?.bitPattern) }

    private mutating func append(_ number: Int?) { append(number.map { UInt64(bitPattern: Int64($0)) }) }

    private mutating func append(_ text: String?) {
        bytes.append(text == nil ? 0 : 1)
        if let text { append(text) }
    }

    private mutating func append(_ word: UInt64?) {
        bytes.append(word == nil ? 0 : 1)
        if let word { append(word) }
    }

    private mutating func append(_ word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

extension ObservationBlock {
    /// Of the block's shape and all its cells, as the store holds them.
    var digest: Data { BlockDigests(self).whole }
}

extension VerdictColumn {
    var digest: Data {
        var content = ContentBytes(reserving: 64 + areas.count * 24 + codes.count)
        content.append(areas)
        content.append(first)
        content.append(periodCount)
        content.append(codes)
        return content.digest
    }
}
