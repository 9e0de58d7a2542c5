import Diagnostics
import Measures
import RuleLanguage

/// Figures in shorthand, split by blanks: `100x4 135 ~148 _ ?`.
///
/// | written | means |
/// |---|---|
/// | `135`, `31%`, `£5000` | a figure in the KPI's unit; a count is the events behind itself |
/// | `27/9000` | a ratio with its parts: the value follows from the unit, the events are the upper part |
/// | `270/9000/4860` | a weighted index: the sum of weights, what it is held against, and the sum of the squared weights |
/// | `134..135` | rounded by its source: between these, both among them |
/// | `~135` | provisional |
/// | `_`, `?` | missing (due and not there), not due |
/// | `withheld`, `no-value`, `failed` | as they say |
/// | `10x3`, `_x5` | repeated: `10 10 10 10` (one and three more, as in Prometheus), and five missing |
/// | `10+2x5`, `10-2x5` | with a step: `10 12 14 16 18 20` |
struct SeriesText {
    static let mostFigures = 2_000

    /// A problem at a UTF-8 range of the text.
    struct Finding: Error {
        var problem: RuleTestProblem
        var range: Range<Int>
    }

    let kpi: KPIDeclaration
    /// Of the first figure; nil where it could not be read.
    var first: Period?

    func figures(_ text: String) throws(Finding) -> [Observation] {
        let bytes = Array(text.utf8)
        var figures: [Observation] = []
        var place = 0
        while place < bytes.count {
            guard !Self.isBlank(bytes[place]) else {
                place += 1
                continue
            }
            let start = place
            while place < bytes.count, !Self.isBlank(bytes[place]) { place += 1 }
            let token = String(decoding: bytes[start..<place], as: UTF8.self)
            do throws(RuleTestProblem) {
                let repeated = try self.repeated(token)
                guard figures.count + repeated.count <= Self.mostFigures else {
                    throw .tooManyFigures(limit: Self.mostFigures)
                }
                figures += repeated
            } catch {
                throw Finding(problem: error, range: start..<place)
            }
        }
        return figures.enumerated().map { place, figure in told(figure, in: first?.moved(by: place)) }
    }

    /// A rate from its parts, over the time that its unit names.
    private func told(_ figure: Observation, in period: Period?) -> Observation {
        guard case .rate(let rate) = kpi.unit, figure.numerator != nil, let period else { return figure }
        var told = figure
        told.value = figure.value.map { $0 * rate.scale(over: period) }
        return told
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

    /// A token with its repetition: `A`, `AxN`, `A+BxN`, `A-BxN`.
    private func repeated(_ token: String) throws(RuleTestProblem) -> [Observation] {
        guard let mark = token.lastIndex(of: "x"), let more = Self.whole(token[token.index(after: mark)...]) else {
            return [try figure(token)]
        }
        guard more <= Self.mostFigures else { throw .tooManyFigures(limit: Self.mostFigures) }
        let head = String(token[..<mark])
        // Absent figures are so many; a figure is one and so many more, as in Prometheus.
        if let absent = Self.absent(head) { return Array(repeating: absent, count: more) }
        let body = head.dropFirst()
        guard let sign = body.lastIndex(where: { $0 == "+" || $0 == "-" }) else {
            return Array(repeating: try figure(head), count: more + 1)
        }
        guard let start = Self.number(head[..<sign]), let size = Self.number(head[head.index(after: sign)...]) else {
            throw .stepOfNoNumber(token)
        }
        let step = head[sign] == "-" ? -size : size
        var figures: [Observation] = []
        for place in 0...more { figures.append(try plain(start + Double(place) * step, written: token)) }
        return figures
    }

    private static func absent(_ token: String) -> Observation? {
        switch token {
        case "_": Observation(absent: .missing)
        case "?": Observation(absent: .notDue)
        case "withheld": Observation(absent: .withheld)
        case "no-value": Observation(absent: .noValue)
        case "failed": Observation(absent: .moduleFailed)
        default: nil
        }
    }

    private func figure(_ token: String) throws(RuleTestProblem) -> Observation {
        if let absent = Self.absent(token) { return absent }
        if token.hasPrefix("~") {
            var figure = try figure(String(token.dropFirst()))
            guard figure.state == .reported else { throw .badToken(token) }
            figure.provisional = true
            return figure
        }
        if let dots = Self.split(token, at: "..") { return try rounded(dots.0, dots.1, token) }
        if let slash = Self.split(token, at: "/") { return try ratio(slash.0, slash.1, token) }
        if let weighted = try weighted(token) { return weighted }
        return try whole(reported(try value(token)), token)
    }

    private func rounded(_ low: Substring, _ high: Substring, _ token: String) throws(RuleTestProblem) -> Observation {
        let (low, high) = (try value(String(low)), try value(String(high)))
        guard low <= high else { throw .badToken(token) }
        var figure = reported((low + high) / 2)
        figure.bounds = Observation.Bounds(low: low, high: high)
        return figure
    }

    private func ratio(_ upper: Substring, _ lower: Substring, _ token: String) throws(RuleTestProblem) -> Observation {
        guard let numerator = Self.number(upper), let denominator = Self.number(lower), numerator >= 0, denominator > 0
        else { throw .badToken(token) }
        let value: Double
        switch kpi.unit {
        case .percent: value = numerator / denominator
        case .rate(let rate): value = numerator / denominator * rate.per
        case .index: value = numerator / denominator
        default: throw .tokenOfOtherUnit(token, unit: kpi.unit.description, offers: nil)
        }
        let figure = Observation(
            value: value, numerator: numerator, denominator: denominator, count: kpi.carriesCounts ? numerator : nil)
        // No share of events is more than all of them.
        guard kpi.unit != .percent || !kpi.carriesCounts || numerator <= denominator else { throw .badToken(token) }
        return try whole(figure, token)
    }

    /// An index with the sum of its squared weights, from which chance is judged; nil where the token has no three parts.
    private func weighted(_ token: String) throws(RuleTestProblem) -> Observation? {
        let parts = token.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        guard kpi.unit == .index, kpi.carriesCounts else {
            throw .tokenOfOtherUnit(token, unit: kpi.unit.description, offers: nil)
        }
        guard let squares = Self.number(parts[2]), squares >= 0 else { throw .badToken(token) }
        var figure = try ratio(parts[0], parts[1], token)
        figure.sumOfSquaredWeights = squares
        return figure
    }

    private func plain(_ number: Double, written: String) throws(RuleTestProblem) -> Observation {
        switch kpi.unit {
        case .percent, .change, .points: throw .stepOfNoNumber(written)
        case .count, .rate, .days:
            guard number >= 0 else { throw .badToken(written) }
        case .index, .money: break
        }
        return try whole(reported(number), written)
    }

    /// A count of events is whole; the sum of an index's weights need not be.
    private func whole(_ figure: Observation, _ token: String) throws(RuleTestProblem) -> Observation {
        guard kpi.unit != .index, let count = figure.count, count != count.rounded() else { return figure }
        throw .badToken(token)
    }

    private func reported(_ value: Double) -> Observation {
        Observation(value: value, count: kpi.unit == .count && kpi.carriesCounts ? value : nil)
    }

    /// A single figure in the KPI's unit.
    private func value(_ token: String) throws(RuleTestProblem) -> Double {
        let isMoney = token.hasPrefix("£")
        let isPercent = token.hasSuffix("%")
        let digits = token.dropFirst(isMoney ? 1 : 0).dropLast(isPercent ? 1 : 0)
        guard let number = Self.number(digits), !(isMoney && isPercent) else { throw .badToken(token) }
        let unit = kpi.unit.description
        switch kpi.unit {
        case .count, .rate, .days, .percent:
            guard number >= 0 else { throw .badToken(token) }
        case .change, .points, .index, .money: break
        }
        switch kpi.unit {
        case .percent, .change:
            guard isPercent else { throw .tokenOfOtherUnit(token, unit: unit, offers: isMoney ? nil : "\(token)%") }
            return number / 100
        case .points:
            guard !isPercent, !isMoney else { throw .tokenOfOtherUnit(token, unit: unit, offers: String(digits)) }
            return number / 100
        case .money:
            guard !isPercent else { throw .tokenOfOtherUnit(token, unit: unit, offers: "£\(digits)") }
            return number
        case .count, .rate, .index, .days:
            guard !isPercent, !isMoney else { throw .tokenOfOtherUnit(token, unit: unit, offers: String(digits)) }
            return number
        }
    }

    private static func split(_ token: String, at mark: String) -> (Substring, Substring)? {
        let parts = token.split(separator: mark, omittingEmptySubsequences: false)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }

    private static func whole(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// A decimal number: digits, a point, a minus before them; nothing else that Swift would read.
    private static func number(_ text: Substring) -> Double? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text
        guard let first = digits.utf8.first, (0x30...0x39).contains(first), digits.utf8.count <= 15,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E })
        else { return nil }
        return Double(text)
    }
}
