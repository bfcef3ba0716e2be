#include "engine/training/update_story.h"

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {

/// A copy of the first `count` chains.
ChainStates firstOf(const ChainStates &all, std::size_t count, const RbmParameters &shape) {
    const auto rows = [count](const std::vector<std::uint8_t> &states, std::size_t units) {
        return std::vector<std::uint8_t>(
            states.begin(), states.begin() + static_cast<std::ptrdiff_t>(count * units));
    };
    return {count, rows(all.visible, shape.visible), rows(all.hidden, shape.hidden)};
}

/// The chains' part of the update, one sweep at a time. An update whose step and momentum are
/// zero moves the chains and nothing else, and its number is that of its draws: so sweep
/// t of update u is the frozen update k u + t with a single sweep, on the backend's own fast
/// path. One image is enough for what is not used.
void recordSweeps(Backend &replay, UpdateStory &story, const StoryLimits &limits) {
    const std::size_t kept = std::min(limits.chains, story.chains);
    const TrainingState &before = story.before;
    const auto chains = replay.makeChains(before.chains.count);
    replay.setStates(*chains, before.chains);
    if (before.tempered) { // its swaps and its refreshing sweep come before, as in the trainer
        Tempering(replay, *before.tempered)
            .advance(*chains, before.config.k, before.config.seed, before.update);
    }
    UpdateRule frozen;
    frozen.chains = story.chains;
    frozen.fast = story.rule.fast;
    frozen.fastKeep = 1;
    if (story.rule.startAtData) {
        frozen.startAtData = true;
        replay.pcdUpdate(*chains, story.batch.view(), 0, frozen, before.config.seed, before.update);
        frozen.startAtData = false;
    }
    const auto keep = [&] {
        story.sweeps.push_back(firstOf(replay.states(*chains), kept, before.parameters));
    };
    const MiniBatch one{std::span(story.batch.rows).first(1),
                        std::span(story.batch.pixels).first(story.visible())};
    keep();
    const std::size_t k = before.config.k;
    const std::uint64_t first = before.update * k;
    for (std::uint64_t step = first; step < first + std::min(k, limits.sweeps); ++step) {
        replay.pcdUpdate(*chains, one, 1, frozen, before.config.seed, step);
        keep();
    }
}

/// The mean of v, of one hidden unit h and of their product.
struct Statistics {
    std::vector<double> visible;
    std::vector<double> product;
    double hidden = 0;
};

/// Means over rows of bytes of which `largest` stands for 1; on(row) is h.
template <typename On>
Statistics statisticsOf(std::span<const std::uint8_t> rows, std::size_t units, double largest,
                        const On &on) {
    const std::size_t count = rows.size() / units;
    Statistics result{std::vector<double>(units), std::vector<double>(units)};
    for (std::size_t row = 0; row < count; ++row) {
        const double h = on(row);
        result.hidden += h / static_cast<double>(count);
        for (std::size_t i = 0; i < units; ++i) {
            const double v = rows[row * units + i] / (largest * static_cast<double>(count));
            result.visible[i] += v;
            result.product[i] += v * h;
        }
    }
    return result;
}

/// <v h> around the offsets: <(v - mu) (h - lambda)>.
std::vector<float> termOf(const Statistics &s, std::span<const float> mu, double lambda) {
    std::vector<float> term(s.product.begin(), s.product.end());
    for (std::size_t i = 0; i < mu.size(); ++i) {
        const double offset = mu[i];
        term[i] = static_cast<float>(s.product[i] - s.visible[i] * lambda - offset * s.hidden +
                                     offset * lambda);
    }
    return term;
}

std::vector<float> column(const RbmParameters &p, std::size_t unit) {
    std::vector<float> result(p.visible);
    for (std::size_t i = 0; i < p.visible; ++i) {
        result[i] = p.weights[i * p.hidden + unit];
    }
    return result;
}

/// Where a parameter comes to by the rule, from these numbers of before.
double moved(double value, double momentum, double gradient, const UpdateRule &rule) {
    const auto keep = static_cast<double>(rule.momentum);
    const double push = static_cast<double>(rule.step) * gradient;
    const double m = keep * momentum - push;
    return value + (rule.nesterov ? keep * m - push : m);
}

/// Fills in what follows from the two terms; `biasGradient` is model less data, not centred.
void addStep(UnitStep &s, const UpdateStory &story, double biasGradient) {
    const UpdateRule &rule = story.rule;
    s.gradient.resize(story.visible());
    for (std::size_t i = 0; i < s.gradient.size(); ++i) {
        const double difference =
            static_cast<double>(s.modelTerm[i]) - static_cast<double>(s.dataTerm[i]);
        const double g = difference + static_cast<double>(rule.weightDecay) *
                                          static_cast<double>(s.oldFilter[i]);
        if (!story.visibleOffsets.empty()) {
            biasGradient -= g * static_cast<double>(story.visibleOffsets[i]);
        }
        s.gradient[i] = static_cast<float>(g);
        const double expected = moved(s.oldFilter[i], s.oldMomentum[i], g, rule);
        s.gap = std::max(s.gap, std::abs(expected - static_cast<double>(s.newFilter[i])));
    }
    biasGradient += static_cast<double>(rule.sparsityCost) *
                    (s.dataOn - static_cast<double>(rule.sparsityTarget));
    const double momentum = story.before.momentum.hiddenBias[s.unit];
    const double expected = moved(s.oldBias, momentum, biasGradient, rule);
    s.gap = std::max(s.gap, std::abs(expected - static_cast<double>(s.newBias)));
}

} // namespace

UpdateStory recordUpdate(Backend &replay, const std::shared_ptr<const Dataset> &data,
                         const TrainingState &before, const LiveControls &controls,
                         const StoryLimits &limits) {
    UpdateStory story;
    story.before = before;
    PcdTrainer trainer(replay, data, before, 0, PcdTrainer::Images::Sent);
    story.batch = trainer.nextBatch();
    story.rule = trainer.rule(controls, story.images());
    story.visibleOffsets.assign(story.rule.visibleOffsets.begin(), story.rule.visibleOffsets.end());
    story.rule.visibleOffsets = {};
    story.chains = story.rule.chains == 0 ? story.images() : story.rule.chains;
    story.dataHidden.resize(story.images() * story.hidden());
    replay.hiddenProbabilities(story.batch.pixels, story.dataHidden);
    recordSweeps(replay, story, limits);
    putModel(replay, before); // the frozen updates may have touched it
    trainer.update(controls);
    story.after = trainer.state();
    return story;
}

UnitStep unitStep(const UpdateStory &story, std::size_t unit) {
    const std::size_t visible = story.visible();
    const std::size_t hidden = story.hidden();
    const ChainStates &ends = story.after.chains;
    const Statistics data = statisticsOf(story.batch.pixels, visible, 255, [&](std::size_t row) {
        return static_cast<double>(story.dataHidden[row * hidden + unit]);
    });
    const Statistics model = statisticsOf(
        std::span(ends.visible).first(story.chains * visible), visible, 1,
        [&](std::size_t chain) { return static_cast<double>(ends.hidden[chain * hidden + unit]); });
    const double lambda =
        story.visibleOffsets.empty() ? 0 : static_cast<double>(story.after.hiddenOffsets[unit]);
    UnitStep s;
    s.unit = unit;
    s.dataTerm = termOf(data, story.visibleOffsets, lambda);
    s.modelTerm = termOf(model, story.visibleOffsets, lambda);
    s.dataOn = data.hidden;
    s.modelOn = model.hidden;
    s.oldFilter = column(story.before.parameters, unit);
    s.newFilter = column(story.after.parameters, unit);
    s.oldMomentum = column(story.before.momentum, unit);
    s.newMomentum = column(story.after.momentum, unit);
    s.oldBias = story.before.parameters.hiddenBias[unit];
    s.newBias = story.after.parameters.hiddenBias[unit];
    addStep(s, story, model.hidden - data.hidden);
    return s;
}

std::vector<double> filterChanges(const UpdateStory &story) {
    const std::size_t hidden = story.hidden();
    const std::vector<float> &from = story.before.parameters.weights;
    const std::vector<float> &to = story.after.parameters.weights;
    std::vector<double> squares(hidden);
    for (std::size_t at = 0; at < from.size(); ++at) {
        const double change = static_cast<double>(to[at]) - static_cast<double>(from[at]);
        squares[at % hidden] += change * change;
    }
    for (double &square : squares) {
        square = std::sqrt(square);
    }
    return squares;
}

bool endsWith(const UpdateStory &story, const TrainingState &state) {
    return story.after.update == state.update && story.after.chains == state.chains &&
           story.after.parameters == state.parameters && story.after.momentum == state.momentum &&
           story.after.fast == state.fast;
}

} // namespace rbm
