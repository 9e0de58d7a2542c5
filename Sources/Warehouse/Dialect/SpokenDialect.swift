/// The one place that says which engine's dialect the warehouse speaks.
enum SpokenDialect {
    static let dialect: any SQLDialect = DuckDBDialect()
}
