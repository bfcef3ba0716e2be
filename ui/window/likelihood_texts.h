#pragma once

#include "ui/session/likelihood_report.h"
#include "ui/widgets/honesty_meter.h"
#include "ui/widgets/likelihood_point.h"

namespace rbm {

// What the session measured, as the widgets show it.

LikelihoodPoint pointOf(const LikelihoodReport &report);
/// Why the verdict is what it is, in one sentence.
QString reasonText(const Assessment &assessment);
/// The original's estimate.
HonestyRow originalRow(const LikelihoodReport &report, PixelKind pixels);
/// The trusted estimate, with all of its parts in the tool tip.
HonestyRow trustedRow(const LikelihoodReport &report, PixelKind pixels);
/// The same of a check that a kept run has, of which no more is known than its numbers.
HonestyRow originalRow(const LikelihoodPoint &point, PixelKind pixels);
HonestyRow trustedRow(const LikelihoodPoint &point, PixelKind pixels);
QString reasonText(const LikelihoodPoint &point);

} // namespace rbm
