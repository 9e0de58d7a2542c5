import Diagnostics

extension RuleCompiler {
    /// Cuts a message into words and placeholders: `{area}`, `{period}`, or any figure of the language. `{{` is a brace.
    mutating func pieces(of text: String) throws(LanguageFinding) -> [RuleProgram.MessagePiece] {
        let bytes = Array(text.utf8)
        var pieces: [RuleProgram.MessagePiece] = []
        var words: [UInt8] = []
        var place = 0
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "{") else {
                words.append(bytes[place])
                place += 1
                continue
            }
            if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "{") {
                words.append(bytes[place])
                place += 2
                continue
            }
            guard let close = bytes[place...].firstIndex(of: UInt8(ascii: "}")) else {
                throw LanguageFinding(.unsettledPlaceholder, at: place..<place + 1)
            }
            if !words.isEmpty { pieces.append(.words(String(decoding: words, as: UTF8.self))) }
            words = []
            pieces.append(try placeholder(String(decoding: bytes[place + 1..<close], as: UTF8.self), at: place + 1))
            place = close + 1
        }
        if !words.isEmpty { pieces.append(.words(String(decoding: words, as: UTF8.self))) }
        return pieces
    }

    private mutating func placeholder(_ text: String, at start: Int) throws(LanguageFinding) -> RuleProgram.MessagePiece {
        if text == "area" { return .area }
        if text == "period" { return .period }
        do throws(LanguageFinding) {
            let expression = try ExpressionParser.parse(text)
            let before = instructions.count
            let register = try figure(expression).register
            // Ranges are counted from the start of the whole message.
            for index in before..<instructions.count {
                let range = instructions[index].range
                instructions[index].range = range.lowerBound + start..<range.upperBound + start
            }
            return .figure(register: register)
        } catch {
            throw LanguageFinding(error.problem, at: error.range.lowerBound + start..<error.range.upperBound + start)
        }
    }
}
