import Diagnostics

extension FieldReading {
    /// A list of at least one value. Items that do not fit are reported and left out.
    public static func list<Item>(of item: FieldReading<Item>) -> Self where Value == [Item] {
        Self { field in
            guard let nodes = field.node.sequence else {
                field.report(
                    field.node.isNull
                        ? FieldProblem.noValue(field: field.name)
                        : FieldProblem.wrongShape(field: field.name, expected: .list, found: field.node.shape))
                return nil
            }
            guard !nodes.isEmpty else {
                field.report(FieldProblem.emptyList(field: field.name))
                return nil
            }
            return nodes.compactMap { item.read(field.item($0)) }
        }
    }

    /// A list, or one value that stands for a list of one.
    public static func oneOrMore<Item>(_ item: FieldReading<Item>) -> Self where Value == [Item] {
        Self { field in
            guard field.node.sequence == nil else { return list(of: item).read(field) }
            return item.read(field).map { [$0] }
        }
    }

    /// A mapping with known keys. `body` asks for them; keys that it does not ask for are reported when it is done.
    public static func mapping(_ owner: String, _ body: @escaping (inout MappingReader) -> Value?) -> Self {
        Self { field in
            guard
                var reader = MappingReader(field.node, of: owner, at: field.place, reporting: field.collector)
            else { return nil }
            let value = body(&reader)
            reader.finish()
            return value
        }
    }

    /// A mapping whose keys are names that the author chose, in their order. Entries that do not fit are left out.
    public static func entries<Item>(of item: FieldReading<Item>) -> Self
    where Value == [(key: YAMLScalar, value: Item)] {
        Self { field in
            guard let mapping = field.node.mapping else {
                field.report(
                    field.node.isNull
                        ? FieldProblem.noValue(field: field.name)
                        : FieldProblem.wrongShape(field: field.name, expected: .mapping, found: field.node.shape))
                return nil
            }
            return mapping.entries.compactMap { entry in
                let inner = YAMLField(
                    name: entry.key.text, node: entry.value, place: entry.key.span, collector: field.collector)
                return item.read(inner).map { (entry.key, $0) }
            }
        }
    }
}
