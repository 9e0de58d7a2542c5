import Diagnostics
import Measures

/// The definition files. Names that a test sets stand in them quoted, so that any text may.
extension MadePartnership {
    private static func quoted(_ text: String) -> String { JSONText.quoted(text) }

    var partnership: String {
        """
        beacon: 1
        partnership: Safer Anywhere Partnership
        areas:
          borough: {E1: {name: Anywhere}}
          wards:
        \(wards)
        audiences:
          internal: {title: the group itself}
          partnership: {title: the board, withhold_up_to: \(boardThreshold), round_to: \(boardRounding)}
        groups:
          violence-group: {title: Serious violence duty subgroup, audience: internal, reports_to: safer-board}
          roads-group: {title: Road safety group, audience: internal, reports_to: [safer-board]}
        boards:
          safer-board: {title: Safer Anywhere Board, audience: partnership\(meetings)}
        """
    }

    private var wards: String {
        zip(wardCodes, wardNames).enumerated().map { place, ward in
            let (code, name) = ward
            let tile = tiles.indices.contains(place) ? ", tile: [\(tiles[place].row), \(tiles[place].column)]" : ""
            let like = place == 0 && !peers.isEmpty ? ", peers: [\(peers.joined(separator: ", "))]" : ""
            let note = code == wardCodes.first ? wardNote.map { ", note: \(Self.quoted($0))" } ?? "" : ""
            return "    \(code): {name: \(Self.quoted(name)), lsoa_2021: [L-\(code)]\(note)\(tile)\(like)}"
        }.joined(separator: "\n")
    }

    var violence: String {
        """
        beacon: 1
        priority: violence
        title: Serious youth violence
        module: violence
        lead: violence-group
        themes: [Collaboration]
        datasets:
          violence:
            title: Violence incidents
            files: violence/*.csv
            columns: {date: Date}
        kpis:
          incidents:
            title: \(Self.quoted(incidentsTitle))
            indicator: events
            with: {dataset: violence}
            unit: \(incidentsUnit)\(incidentsSteps)
            grains: [quarter]
            by: [borough, ward]
            better: lower
            theme: Collaboration
            rag:
              on: quarter
              red: \(red)
              amber: change(incidents) > 0%
              steady: 2%
              owner: \(Self.quoted(owner))
              because: Agreed with the strategy
        rules:
          rise:
            title: \(Self.quoted(ruleTitle))
            owner: \(Self.quoted(owner))
            review: 2027-03-31
            severity: high
            on: quarter
            \(condition)
            message: "\(message)"
            respond: \(Self.quoted(respond))
        """
    }

    var roads: String {
        """
        beacon: 1
        priority: roads
        title: Deaths and serious injury on the roads
        module: roads
        lead: roads-group
        themes: [Engineering]
        kpis:
          collisions:
            title: Injury collisions
            indicator: events
            unit: count
            grains: [quarter]
            by: [borough]
            better: lower
            target: {value: 55, tolerance: 10% of target, owner: Road safety board, because: Agreed in 2022}
            benchmark: {of: The region, source: Made, values: {2024 Q2: 60}}
            \(collisionsStatus)
        rules:
          many_collisions:
            title: Injury collisions over 80 in a quarter
            owner: Road safety officer
            review: 2027-03-31
            severity: medium
            on: quarter
            when: collisions > 80
            message: "{area}: {collisions} injury collisions"
            respond: Review the sites with the engineers
            theme: Engineering
          over_target:
            title: Injury collisions over target
            owner: Road safety officer
            review: 2027-03-31
            severity: low
            on: quarter
            when: collisions > target(collisions)
            message: "{area}: {collisions} injury collisions against a target of {target(collisions)}"
        """
    }
}
