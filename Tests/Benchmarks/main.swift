import Foundation
import NationalRules

// What Beacon takes, release build: `make bench`. Every time and ratio is taken in this one run, and a bound that is missed
// ends it with 1.
//
//     Benchmarks [BEACON] [--promtool PROMTOOL]
//     Benchmarks --fetch                          the fetch of real records alone
//     Benchmarks [BEACON] --national              the national run alone
//     Benchmarks --process-control                XmR charts alone
//     Benchmarks --decade                         ten years of nights alone
//     Benchmarks --site                           all pages of ten years alone

var arguments = Array(CommandLine.arguments.dropFirst())
var promtool: String?
if let place = arguments.firstIndex(of: "--promtool"), place + 1 < arguments.count {
    promtool = arguments[place + 1]
    arguments.removeSubrange(place...place + 1)
}
let nationalAlone = arguments.contains("--national")
arguments.removeAll { $0 == "--national" }
let program = arguments.first { !$0.hasPrefix("--") } ?? ".build/release/beacon"
let scratch = FileManager.default.temporaryDirectory.appending(
    path: "beacon-bench-\(ProcessInfo.processInfo.processIdentifier)")
try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
var watch = Stopwatch()

do {
    // All that readers get, from ten years of figures.
    if !nationalAlone, arguments.isEmpty || arguments == ["--site"] || arguments == [program] {
        let site = try await DecadeReplay(rules: "Rules", in: scratch).site()
        print(
            "pages and lists of ten years: \(site.pages) files, \(site.bytes / 100_000 * 100) kB; a group's greatest page "
                + "\(site.largest.path), \(site.largest.bytes / 1_000) kB, its greatest list \(site.list.bytes / 1_000) kB")
        watch.report("pages and lists of ten years", [site.seconds], atMost: 5)
        watch.report("pages and lists of ten years: MB over 30", ratio: Double(site.bytes) / 30e6, atMost: 1)
        watch.report("a group's greatest page of measures or areas: kB over 300", ratio: Double(site.largest.bytes) / 300e3, atMost: 1)
        if arguments == ["--site"] {
            try? FileManager.default.removeItem(at: scratch)
            exit(watch.missedBound ? 1 : 0)
        }
    }

    // Ten years of nights.
    if !nationalAlone, arguments.isEmpty || arguments == ["--decade"] || arguments == [program] {
        let outcome = try await DecadeReplay(rules: "Rules", in: scratch).run()
        print(
            "ten years of monthly nights: \(outcome.transitions) transitions, store \(outcome.storeBytes / 1_000_000) MB, "
                + "\(Int(outcome.bytesPerNight / 1_000)) kB a night")
        watch.report("ten years of monthly nights", [outcome.seconds], atMost: 10)
        if arguments == ["--decade"] {
            try? FileManager.default.removeItem(at: scratch)
            exit(watch.missedBound ? 1 : 0)
        }
    }

    // XmR charts of ten thousand series.
    if !nationalAlone, arguments != ["--fetch"] {
        let times = try await ProcessControlComparison().times(rounds: 7, in: scratch)
        watch.report("XmR charts, 10,000 series x 120 months", times.swift, atMost: 1)
        if let theirs = times.numpy {
            watch.report("XmR charts, the same in NumPy", theirs)
        } else {
            print("XmR charts in NumPy are not measured: there is no python3 with numpy")
        }
        if arguments == ["--process-control"] {
            try? FileManager.default.removeItem(at: scratch)
            exit(watch.missedBound ? 1 : 0)
        }
    }

    // The fetch of real records. What is asked for by name is all that is done.
    if let data = StreetCrime.folder, !nationalAlone {
        let times = try await FetchComparison(data, in: scratch).times(rounds: 9)
        watch.report("fetch, SQL written by hand", times.byHand)
        watch.report("fetch, cold", times.cold)
        watch.report(
            "fetch: cold over by hand", ratio: Stopwatch.median(times.cold) / Stopwatch.median(times.byHand), atMost: 1.2)
        watch.report("fetch, one new month of 21", times.newMonth)
        watch.report(
            "fetch: new month over cold", ratio: Stopwatch.median(times.newMonth) / Stopwatch.median(times.cold), atMost: 0.6
        )
        watch.report("fetch, nothing changed", times.unchanged, atMost: 0.1)
    } else if !nationalAlone {
        print("the fetch of real records is not measured: there is no folder shared/data beside the project")
    }
    if arguments == ["--fetch"] {
        try? FileManager.default.removeItem(at: scratch)
        exit(watch.missedBound ? 1 : 0)
    }

    // All forces' street crime by community safety partnership.
    if let data = NationalRun.data {
        let national = try NationalRun(program, data: data, in: scratch)
        print("national run: \(NationalKPI.all.count) KPIs")
        watch.report("national run, nothing stored before", try await national.run())
        watch.report("national run, nothing changed", try await national.run())
    } else {
        print("the national run is not measured: there is no file shared/data/national/street.parquet beside the project")
    }
    if nationalAlone {
        try? FileManager.default.removeItem(at: scratch)
        exit(watch.missedBound ? 1 : 0)
    }

    // The whole command on the bundled rules, figures and made records.
    let state = ["--state", scratch.appending(path: "state").path, "--as-of", "2024-08-05"]
    let run = ["run", "--quiet"] + state + ["--out", scratch.appending(path: "out").path]
    watch.report("run, nothing stored before", [try await Stopwatch.seconds(running: program, run)])
    var unchanged: [Double] = []
    var check: [Double] = []
    var explain: [Double] = []
    for _ in 0..<7 {
        unchanged.append(try await Stopwatch.seconds(running: program, run))
        check.append(try await Stopwatch.seconds(running: program, ["check"] + state))
        explain.append(try await Stopwatch.seconds(running: program, ["explain", "syv_rise"] + state))
    }
    watch.report("run, nothing changed", unchanged, atMost: 1)
    watch.report("check", check, atMost: 0.2)
    watch.report("explain", explain)

    // Ten thousand rules within one process.
    let chain = try RuleChain(BenchRules())
    var times: [RuleChain.Times] = []
    for _ in 0..<5 { times.append(try await chain.run()) }
    watch.report("10,000 rules x 60 periods: load and check", times.map(\.load))
    watch.report("10,000 rules x 60 periods: evaluate", times.map(\.evaluate))
    watch.report("10,000 rules x 60 periods: store", times.map(\.store))
    watch.report("10,000 rules x 60 periods: all", times.map(\.all), atMost: 0.5)
    let definitions = try await chain.load()
    var ratios: [Double] = []
    for _ in 0..<5 {
        let explained = await chain.explanationTimes(definitions)
        ratios.append(explained.on / explained.off)
    }
    watch.report("explanations on over off", ratio: ratios.sorted()[2], atMost: 1.15)

    if let promtool {
        let times = try await PromtoolComparison(program: program, promtool: promtool, rules: chain.rules)
            .times(try await chain.expectations(), in: scratch)
        watch.report("beacon check, 10,000 rules", times.check)
        watch.report("promtool check rules, 10,000 rules", times.theirCheck)
        watch.report(
            "check: promtool over beacon", ratio: Stopwatch.median(times.theirCheck) / Stopwatch.median(times.check),
            atLeast: 1)
        watch.report("beacon test, 10,000 rules x 60 periods", times.test)
        watch.report("promtool test rules, 10,000 rules x 60 periods", times.theirTest)
        watch.report(
            "test: promtool over beacon", ratio: Stopwatch.median(times.theirTest) / Stopwatch.median(times.test),
            atLeast: 150)
    } else {
        print("promtool is not measured: name it by --promtool")
    }
} catch {
    print("the bench could not finish: \(error)")
    try? FileManager.default.removeItem(at: scratch)
    exit(2)
}
try? FileManager.default.removeItem(at: scratch)
exit(watch.missedBound ? 1 : 0)
