import Diagnostics

extension FieldReading where Value == YAMLNode {
    /// The node itself, whatever its shape, even without a value.
    public static var node: Self { Self { $0.node } }
}

extension FieldReading where Value == YAMLScalar {
    /// A text with its place and its map to the source, as an expression needs it. Not empty.
    public static var scalar: Self { Self { $0.nonEmptyScalar() } }
}

extension FieldReading where Value == String {
    /// A text as written, not empty. Plain `no`, `on` and `010` are the texts "no", "on" and "010"; plain `null` and `~`
    /// are no value.
    public static var text: Self { Self { $0.nonEmptyScalar()?.text } }
}

extension FieldReading where Value == Bool {
    /// `true` or `false`, plain and in small letters. YAML 1.1's `yes`, `on` and their like are refused: half of their
    /// readers take them for text.
    public static var boolean: Self {
        Self { field in
            guard let scalar = field.nonEmptyScalar() else { return nil }
            switch (scalar.text, scalar.style) {
            case ("true", .plain): return true
            case ("false", .plain): return false
            default:
                field.report(FieldProblem.notBoolean(field: field.name, text: scalar.text))
                return nil
            }
        }
    }
}

extension FieldReading {
    /// One of a few texts, in the order in which messages name them.
    public static func choice(_ choices: KeyValuePairs<String, Value>) -> Self {
        Self { field in
            guard let text = field.nonEmptyScalar()?.text else { return nil }
            if let choice = choices.first(where: { $0.key == text }) { return choice.value }
            field.report(
                FieldProblem.unknownChoice(field: field.name, text: text, choices: choices.map(\.key)))
            return nil
        }
    }
}

extension FieldReading where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of the cases of an enum of texts.
    public static func choice(of type: Value.Type) -> Self {
        Self { field in
            guard let text = field.nonEmptyScalar()?.text else { return nil }
            if let choice = Value(rawValue: text) { return choice }
            let choices = Value.allCases.map(\.rawValue)
            field.report(FieldProblem.unknownChoice(field: field.name, text: text, choices: choices))
            return nil
        }
    }
}
