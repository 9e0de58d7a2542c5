import GRDB

extension AlertStore {
    /// The file in which runs keep the heads of the audit chain; nil where none did.
    public func headFile() throws(AlertStoreError) -> String? {
        try read { try String.fetchOne($0, sql: "SELECT path FROM head_file") }
    }

    /// Remembers where runs keep the heads of the audit chain.
    ///
    /// - Parameter path: whole, so that it is found from any folder.
    public func keepHeadFile(_ path: String) throws(AlertStoreError) {
        guard try headFile() != path else { return }
        try write { try $0.execute(sql: "INSERT OR REPLACE INTO head_file (id, path) VALUES (1, ?)", arguments: [path]) }
    }
}
