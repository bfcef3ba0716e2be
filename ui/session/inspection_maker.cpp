#include "ui/session/inspection_maker.h"

#include "engine/training/pcd_trainer.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rbm {

namespace {
constexpr std::chrono::steady_clock::duration kAge = std::chrono::seconds(5);
constexpr int kShare = 10; ///< while it trains, one part of the time goes into inspecting
/// Activations at once: some milliseconds.
constexpr std::size_t kActivationsAtOnce = 125'000;
/// Multiplications of the similarity order at once: about two milliseconds.
constexpr std::size_t kProductsAtOnce = 8'000'000;
/// The statistics take most of the time.
constexpr double kSurveyShare = 0.9;
} // namespace

/// One inspection under way.
class InspectionMaker::Job {
public:
    Job(Backend &backend, const Backend &training, const PcdTrainer &trainer,
        std::shared_ptr<const Dataset> images)
        : Job(backend, training.parameters(), trainer, std::move(images)) {}

    std::uint64_t update() const { return m_inspection.update; }
    bool advance() {
        return m_similarity.advance(m_unitsAtOnce) || m_survey.advance(m_imagesAtOnce);
    }
    double progress() const {
        return (1 - kSurveyShare) * m_similarity.progress() + kSurveyShare * m_survey.progress();
    }

    Inspection result() {
        m_inspection.statistics = m_survey.result();
        auto &orders = m_inspection.orders;
        const auto at = [](UnitSort sort) { return static_cast<std::size_t>(sort); };
        orders[at(UnitSort::Index)].resize(m_inspection.biases.size());
        std::iota(orders[at(UnitSort::Index)].begin(), orders[at(UnitSort::Index)].end(), 0U);
        orders[at(UnitSort::Strength)] = orderDescending(m_inspection.norms);
        orders[at(UnitSort::Activity)] = orderDescending(m_inspection.statistics.meanActivation);
        orders[at(UnitSort::Similarity)] = m_similarity.order();
        return std::move(m_inspection);
    }

private:
    Job(Backend &backend, const RbmParameters &parameters, const PcdTrainer &trainer,
        std::shared_ptr<const Dataset> images)
        : m_survey(backend, std::move(images), parameters.hidden, trainer.config().pixels,
                   trainer.config().seed),
          m_similarity(parameters),
          m_unitsAtOnce(std::max<std::size_t>(1, kProductsAtOnce / parameters.weights.size())),
          m_imagesAtOnce(std::max<std::size_t>(16, kActivationsAtOnce / parameters.hidden)) {
        backend.setParameters(parameters);
        m_inspection.update = trainer.updates();
        m_inspection.epoch =
            static_cast<double>(trainer.updates()) / static_cast<double>(trainer.updatesPerEpoch());
        m_inspection.biases = parameters.hiddenBias;
        m_inspection.norms = weightNorms(parameters);
    }

    Inspection m_inspection;
    UnitSurvey m_survey;
    SimilarityOrder m_similarity;
    std::size_t m_unitsAtOnce;
    std::size_t m_imagesAtOnce;
};

InspectionMaker::InspectionMaker(MakeBackend makeBackend) : m_makeBackend(std::move(makeBackend)) {}

InspectionMaker::~InspectionMaker() = default;

void InspectionMaker::reset() {
    m_job.reset();
    m_latest.reset();
    m_gaveUp = false;
}

void InspectionMaker::dropBackend() {
    reset();
    m_backend.reset();
}

void InspectionMaker::lookAway() { m_job.reset(); }

void InspectionMaker::giveUp() {
    m_job.reset();
    m_gaveUp = true;
}

void InspectionMaker::look(const Backend &training, const PcdTrainer &trainer,
                           std::shared_ptr<const Dataset> images, bool isTraining) {
    if (m_gaveUp)
        return;
    // Once it pauses, only the present parameters are worth the time.
    if (m_job != nullptr && !isTraining && m_job->update() != trainer.updates())
        m_job.reset();
    if (m_job != nullptr || (m_latest != nullptr && m_latest->update == trainer.updates()))
        return;
    const auto age = std::max(kAge, kShare * m_cost);
    if (isTraining && m_latest != nullptr && Clock::now() - m_made < age)
        return;
    if (m_backend == nullptr)
        m_backend = m_makeBackend();
    m_jobCost = Clock::duration{0};
    m_job = std::make_unique<Job>(*m_backend, training, trainer, std::move(images));
}

bool InspectionMaker::advance() {
    if (m_job == nullptr)
        return false;
    const auto start = Clock::now();
    const bool more = m_job->advance();
    if (!more)
        m_latest = std::make_shared<const Inspection>(m_job->result());
    m_jobCost += Clock::now() - start;
    if (more)
        return true;
    m_made = Clock::now();
    m_cost = m_jobCost;
    m_job.reset();
    return true;
}

double InspectionMaker::progress() const { return m_job == nullptr ? 1 : m_job->progress(); }

} // namespace rbm
