import Alerting
import Definitions
import Measures

extension BreachListJSON {
    /// How a KPI stands in an area. One that is withheld from the audience has the `status` "withheld", and no more than what
    /// names it.
    struct Measure: Encodable {
        var priority: String
        var kpi: Name
        var unit: String
        var area: Place
        var status: String
        var statusReason: String?
        var period: Span?
        var value: Double?
        var target: Double?
        var benchmark: Double?
        var shortTravel: String?
        var shortTravelReason: String?
        var longTravel: String?
        var longTravelReason: String?
        var boundsOwner: String?
        var boundsBecause: String?
        var provisional: Bool?
        var madeSampleData: Bool?
        var rounded: Bool?
        var denominatorVintage: String?
        var denominators: [Denominator]?
    }
}

extension BreachListJSON.Measure {
    init(_ measure: ListedMeasure) {
        priority = measure.priority
        kpi = BreachListJSON.Name(id: measure.kpi.id, title: measure.kpi.title)
        unit = measure.kpi.unit.description
        area = BreachListJSON.Place(measure.area)
        guard let told = measure.told else {
            status = MeasureCode.withheld.code
            return
        }
        let colour = MeasureCode(told.colour)
        status = colour.code
        statusReason = colour.reason
        period = BreachListJSON.Span(told.period)
        value = BreachListJSON.finite(told.figure.value)
        target = BreachListJSON.finite(told.target)
        benchmark = BreachListJSON.finite(told.benchmark)
        let (short, long) = (MeasureCode(told.short), MeasureCode(told.long))
        shortTravel = short?.code
        shortTravelReason = short?.reason
        longTravel = long?.code
        longTravelReason = long?.reason
        boundsOwner = measure.kpi.status?.owner
        boundsBecause = measure.kpi.status?.because
        provisional = told.figure.provisional
        madeSampleData = told.figure.made
        rounded = told.isRounded
        denominatorVintage = told.figure.denominatorVintage
        denominators = BreachListJSON.denominators(told.denominators)
    }
}
