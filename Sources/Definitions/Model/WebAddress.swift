/// Addresses that a notice may be posted to: encrypted, or on this machine.
public enum WebAddress {
    public static func isFit(_ text: String) -> Bool {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), text.utf8.count <= 2_048 else { return false }
        if let host = host(of: text, scheme: "https://") { return !host.isEmpty }
        guard let host = host(of: text, scheme: "http://") else { return false }
        return ["localhost", "127.0.0.1", "[::1]"].contains(host)
    }

    /// Nil for another scheme. A user and a password before the host are none of the host's, and are not taken.
    private static func host(of text: String, scheme: String) -> String? {
        guard text.lowercased().hasPrefix(scheme) else { return nil }
        let authority = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        guard !authority.contains("@") else { return "" }
        if authority.hasPrefix("[") { return authority.firstIndex(of: "]").map { String(authority[...$0]) } ?? "" }
        return String(authority.prefix { $0 != ":" }).lowercased()
    }
}
