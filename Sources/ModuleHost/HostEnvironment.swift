#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

enum HostEnvironment {
    static var values: [String: String] { ProcessInfo.processInfo.environment }
}
