/// The chance that a Student t variable lies further from 0 than `t`, on either side.
///
/// By the incomplete beta function (DLMF 8.17.22).
func studentTails(_ t: Double, degrees: Double) -> Double {
    let square = t * t
    guard square.isFinite else { return 0 }
    return RegularisedBeta.value(
        degrees / (degrees + square), complement: square / (degrees + square), degrees / 2, 0.5)
}
