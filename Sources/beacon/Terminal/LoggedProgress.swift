import Logging
import Measures
import Nightly

/// Elsewhere than on a terminal: a log line for each stage, with its time, for whoever keeps the nights' logs.
struct LoggedProgress: StageProgress {
    private let logger: Logger

    init() {
        logger = Logger(label: "beacon") { StreamLogHandler.standardError(label: $0) }
    }

    func began(_ stage: String) {}

    func finished(_ stage: String, seconds: Double) {
        logger.info(
            "stage finished", metadata: ["stage": "\(stage)", "seconds": "\(DecimalText.plain(seconds, places: 3))"])
    }
}
