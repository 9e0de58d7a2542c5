import ModuleKit

/// Crime and antisocial behaviour in high-harm areas.
@main
struct HighHarmAreasModule: PriorityModule {
    static let id = "high-harm-areas"
    static let title = "Crime and antisocial behaviour in high-harm areas"

    var indicators: [any Indicator] {
        [
            Concentration(), Hotspots(), NewHotspots(), DeprivationGap(), EmptyHomesReturned(), EmptyHomes(), CrimeHarm(),
            HarmShare(),
            UnplacedShare(),
        ]
    }
}
