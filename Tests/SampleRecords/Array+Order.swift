extension Array {
    /// The elements by a key; equal keys stay in their order, which `sort` does not promise and a committed file needs.
    func inOrder<Key: Comparable>(of key: (Element) -> Key) -> [Element] {
        enumerated()
            .map { (key: key($0.element), offset: $0.offset, element: $0.element) }
            .sorted { ($0.key, $0.offset) < ($1.key, $1.offset) }
            .map(\.element)
    }
}
