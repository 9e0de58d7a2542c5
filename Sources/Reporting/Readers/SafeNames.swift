/// Names of files and folders made of ids: letters, digits, `-` and `_`, which every file system and every link takes.
struct SafeNames {
    private let byID: [String: String]

    /// Two ids that would fall together are kept apart by a number.
    ///
    /// - Parameters:
    ///   - stem: what an id becomes of which nothing is left.
    ///   - reserved: names that are taken already.
    init(_ ids: [String], stem: String, reserved: Set<String> = []) {
        var byID: [String: String] = [:]
        var taken = reserved
        for id in ids where byID[id] == nil {
            let plain = String(id.unicodeScalars.map(Self.allowed))
            let own = plain.allSatisfy({ $0 == "-" }) ? stem : plain
            var name = own
            var number = 2
            // Compared without regard to case, as some file systems do.
            while !taken.insert(name.lowercased()).inserted {
                name = "\(own)-\(number)"
                number += 1
            }
            byID[id] = name
        }
        self.byID = byID
    }

    subscript(id: String) -> String? { byID[id] }

    private static func allowed(_ scalar: Unicode.Scalar) -> Character {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": Character(scalar)
        default: "-"
        }
    }
}
