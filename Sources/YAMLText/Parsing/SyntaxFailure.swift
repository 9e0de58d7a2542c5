import Diagnostics

/// What libyaml says when a text is not YAML, turned into a problem at the place that helps most.
struct SyntaxFailure {
    let words: String
    /// What libyaml was reading ("while scanning a quoted scalar"), where it says so.
    let context: String?
    let place: Int
    let contextPlace: Int

    func diagnostic(in file: SourceFile) -> Diagnostic {
        let problem = problem(in: file)
        switch problem {
        case .unclosedQuote, .missingColon:
            // libyaml notices these far behind the text that causes them.
            return Diagnostic(YAMLProblem.syntax(problem), at: restOfLine(from: contextPlace, in: file))
        default:
            let notes = note(for: problem).map { [Diagnostic.Note($0, at: file.span(contextPlace..<contextPlace))] }
            return Diagnostic(YAMLProblem.syntax(problem), at: file.span(place..<place), notes: notes ?? [])
        }
    }

    private func problem(in file: SourceFile) -> YAMLSyntaxProblem {
        switch words {
        case "did not find expected key": isFirstOfLine(in: file) ? .expectedKey : .textBehindValue
        case "did not find expected '-' indicator": .expectedListItem
        case "block sequence entries are not allowed in this context": .listItemNotAllowed
        case "mapping values are not allowed in this context": .valueNotAllowed
        case "mapping keys are not allowed in this context": .keyNotAllowed
        case "could not find expected ':'": .missingColon
        case "did not find expected ',' or ']'": .unclosedList
        case "did not find expected ',' or '}'": .unclosedMapping
        case "found unexpected end of stream": .unclosedQuote
        case "found unexpected document indicator": .documentMarkInQuote
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected",
            "found a tab character where an intendation space is expected":
            .tabIndentation
        case "found character that cannot start any token": startsWithTab(in: file) ? .tabIndentation : .reservedCharacter
        case "found unknown escape character": .unknownEscape
        case "did not find expected hexdecimal number", "found invalid Unicode character escape code": .badEscapeDigits
        case "did not find expected alphabetic or numeric character": .anchorName
        case "found an indentation indicator equal to 0": .blockHeader
        case "did not find expected comment or line break" where context == "while scanning a block scalar": .blockHeader
        case "did not find expected node content": .missingValue
        case "did not find expected <document start>": .expectedDocumentStart
        case "found incompatible YAML document": .directive
        default: context == "while scanning a directive" ? .directive : .other(words)
        }
    }

    private func note(for problem: YAMLSyntaxProblem) -> String? {
        switch problem {
        case .expectedKey: "the mapping starts here"
        case .expectedListItem, .unclosedList: "the list starts here"
        case .unclosedMapping: "the mapping starts here"
        default: nil
        }
    }

    private func isFirstOfLine(in file: SourceFile) -> Bool {
        let line = file.utf8Range(ofLine: file.position(atUTF8Offset: place).line)
        return file.bytes[line.lowerBound..<max(line.lowerBound, place)].allSatisfy { $0 == 0x20 }
    }

    private func startsWithTab(in file: SourceFile) -> Bool {
        file.bytes.indices.contains(place) && file.bytes[place] == 0x09
    }

    private func restOfLine(from offset: Int, in file: SourceFile) -> SourceSpan {
        let line = file.utf8Range(ofLine: file.position(atUTF8Offset: offset).line)
        return file.span(offset..<max(offset, line.upperBound))
    }
}
