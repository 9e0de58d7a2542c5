public import Foundation
public import Measures
public import Warehouse

/// Where a run reads and writes, and on which day it stands.
public struct NightlySettings: Sendable {
    public var rulesFolder: String
    public var dataFolder: String
    public var stateFolder: String
    public var outFolder: String
    /// Folders of `--modules`, which are looked in before the host's own.
    public var moduleFolders: [String]
    /// The date that the run pretends to stand on; nothing later is used.
    public var asOf: CalendarDate
    /// Whether that date is the clock's, and nobody named it.
    public var isByClock: Bool
    public var engine: WarehouseSettings
    /// The program that takes mail, as `sendmail -t -i` does.
    public var sendmail: String
    /// Beacon's own version, for the run's record.
    public var version: String
    public static let standardSendmail = "/usr/sbin/sendmail"
    /// The environment, for the addresses that `delivery:` takes from it.
    public var environment: [String: String]
    /// How long a run waits for a `beacon notify` that is sending what waits, before it leaves its own notices to the next one.
    public var secondsForDelivery = 60.0
    /// The clock, for the run's record alone.
    public var now: @Sendable () -> Date

    /// The day by the clock, in the time zone of this machine.
    var today: CalendarDate { CalendarDate(now(), in: .current) }

    public init(
        rulesFolder: String, dataFolder: String, stateFolder: String, outFolder: String, moduleFolders: [String] = [],
        asOf: CalendarDate, isByClock: Bool = false, engine: WarehouseSettings = WarehouseSettings(),
        sendmail: String = NightlySettings.standardSendmail,
        environment: [String: String] = [:], version: String = "", now: @escaping @Sendable () -> Date
    ) {
        self.rulesFolder = rulesFolder
        self.dataFolder = dataFolder
        self.stateFolder = stateFolder
        self.outFolder = outFolder
        self.moduleFolders = moduleFolders
        self.asOf = asOf
        self.isByClock = isByClock
        self.engine = engine
        self.sendmail = sendmail
        self.environment = environment
        self.version = version
        self.now = now
    }

    /// The same on another day.
    public func on(_ day: CalendarDate) -> NightlySettings {
        var settings = self
        settings.asOf = day
        return settings
    }
}
