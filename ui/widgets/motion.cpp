#include "ui/widgets/motion.h"

namespace rbm {

namespace {
bool &reducedMotion() {
    static bool reduced = false;
    return reduced;
}
} // namespace

bool isMotionReduced() { return reducedMotion(); }

void setMotionReduced(bool reduced) { reducedMotion() = reduced; }

} // namespace rbm
