import Definitions
import Measures

/// As JSON, for the outbox and for receivers: dates, periods, severities and sections by their texts.
extension Notice: Codable {
    private enum CodingKeys: String, CodingKey {
        case key, group, audience, subject, body, items, mail
        case asOf = "as_of"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            key: try values.decode(String.self, forKey: .key),
            group: try values.decode(String.self, forKey: .group),
            audience: try values.decode(String.self, forKey: .audience),
            subject: try values.decode(String.self, forKey: .subject),
            body: try values.decode([String].self, forKey: .body),
            asOf: try values.read(.asOf) { CalendarDate($0) },
            items: try values.decode([Item].self, forKey: .items),
            mail: try values.decodeIfPresent(MailParts.self, forKey: .mail))
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(key, forKey: .key)
        try values.encode(group, forKey: .group)
        try values.encode(audience, forKey: .audience)
        try values.encode(subject, forKey: .subject)
        try values.encode(body, forKey: .body)
        try values.encode(asOf.description, forKey: .asOf)
        try values.encode(items, forKey: .items)
        try values.encodeIfPresent(mail, forKey: .mail)
    }
}

extension Notice.Item: Codable {
    private enum CodingKeys: String, CodingKey {
        case rule, title, priority, severity, section, area, period, since, message, why
        case areaName = "area_name"
        case restsOnAbsence = "rests_on_absence"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            rule: try values.decode(String.self, forKey: .rule),
            title: try values.decode(String.self, forKey: .title),
            priority: try values.decodeIfPresent(String.self, forKey: .priority),
            severity: try values.read(.severity) { Rule.Severity(rawValue: $0) },
            section: try values.read(.section) { AlertStanding.Section(rawValue: $0) },
            area: AreaCode(try values.decode(String.self, forKey: .area)),
            areaName: try values.decode(String.self, forKey: .areaName),
            period: try values.read(.period) { Period($0) },
            since: values.contains(.since) ? try values.read(.since) { Period($0) } : nil,
            message: try values.decode(String.self, forKey: .message),
            why: try values.decodeIfPresent(String.self, forKey: .why),
            restsOnAbsence: try values.decodeIfPresent(Bool.self, forKey: .restsOnAbsence) ?? false)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(rule, forKey: .rule)
        try values.encode(title, forKey: .title)
        try values.encodeIfPresent(priority, forKey: .priority)
        try values.encode(severity.rawValue, forKey: .severity)
        try values.encode(section.rawValue, forKey: .section)
        try values.encode(area.rawValue, forKey: .area)
        try values.encode(areaName, forKey: .areaName)
        try values.encode(period.description, forKey: .period)
        try values.encodeIfPresent(since?.description, forKey: .since)
        try values.encode(message, forKey: .message)
        try values.encodeIfPresent(why, forKey: .why)
        if restsOnAbsence { try values.encode(true, forKey: .restsOnAbsence) }
    }
}

extension KeyedDecodingContainer {
    /// The value that a text stands for.
    fileprivate func read<Value>(_ key: Key, _ value: (String) -> Value?) throws -> Value {
        let text = try decode(String.self, forKey: key)
        guard let value = value(text) else {
            throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "a text without a meaning here")
        }
        return value
    }
}
