#include "app/evaluation.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace rbm {

namespace {

using Json = nlohmann::ordered_json;

void addDirection(Json &json, const std::string &prefix, const LogPartition &z) {
    json[prefix + "_log_z"] = z.logZ;
    json[prefix + "_log_z_low"] = z.low;
    json[prefix + "_log_z_high"] = z.high;
    json[prefix + "_effective_sample_size"] = z.effectiveSampleSize;
}

void addTrusted(Json &json, const TrustedEstimate &estimate) {
    addDirection(json, "forward", estimate.forward);
    addDirection(json, "reverse", estimate.reverse);
    json["reverse_log_z_from_data"] = estimate.halves.fromData;
    json["reverse_log_z_from_model"] = estimate.halves.fromModel;
    json["pilot_sweeps"] = estimate.plan.pilotSweeps();
    json["equilibration_sweeps"] = estimate.plan.equilibrationSweeps();
}

/// "[-97.8, -97.4]"; an end without a bound is named so.
std::string interval(double low, double high) {
    const auto end = [](double value) {
        return std::isfinite(value) ? fmt::format("{:.4f}", value) : std::string("unbounded");
    };
    return fmt::format("3-sigma interval [{}, {}]", end(low), end(high));
}

std::string likelihood(const Evaluation &result, double score) {
    const LogPartition &z = result.partition;
    const std::string pixels = pixelsName(result.pixels);
    if (result.assessment.verdict == Verdict::DoNotQuote)
        return fmt::format("at most about {:.0f} nats per image ({} pixels)",
                           std::ceil(score - (std::isfinite(z.low) ? z.low : z.logZ)), pixels);
    std::string text = fmt::format("{:.4f} nats per image ({} pixels)", score - z.logZ, pixels);
    if (result.assessment.verdict != Verdict::Exact)
        text += ", " + interval(score - z.high, score - z.low);
    return text;
}

std::string sentenceCase(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

} // namespace

void printJson(const Evaluation &result, std::ostream &out) {
    const LogPartition &z = result.partition;
    Json json = {{"method", z.method},
                 {"log_z", z.logZ},
                 {"log_z_low", z.low},
                 {"log_z_high", z.high},
                 {"effective_sample_size", z.effectiveSampleSize},
                 {"runs", z.runs},
                 {"temperatures", z.temperatures},
                 {"verdict", verdictName(result.assessment.verdict)},
                 {"reason", result.assessment.reason}};
    if (result.trusted)
        addTrusted(json, *result.trusted);
    json["pixels"] = pixelsName(result.pixels);
    json["test_log_likelihood"] = result.testScore - z.logZ;
    json["test_log_likelihood_low"] = result.testScore - z.high;
    json["test_log_likelihood_high"] = result.testScore - z.low;
    json["train_log_likelihood"] = result.trainScore - z.logZ;
    json["train_log_likelihood_low"] = result.trainScore - z.high;
    json["train_log_likelihood_high"] = result.trainScore - z.low;
    json["seconds"] = result.seconds;
    out << json.dump(2) << '\n';
}

void printText(const Evaluation &result, std::ostream &out) {
    const LogPartition &z = result.partition;
    out << fmt::format("Method: {}\n", z.method);
    if (result.assessment.verdict == Verdict::Exact)
        out << fmt::format("log Z: {:.4f}\n", z.logZ);
    else
        out << fmt::format("log Z: {:.4f}, {}\n", z.logZ, interval(z.low, z.high));
    if (result.trusted) {
        const auto direction = [&](const char *name, const LogPartition &way) {
            out << fmt::format("  {}: {:.4f}, {}, effective sample size {:.1f} of {} runs\n", name,
                               way.logZ, interval(way.low, way.high), way.effectiveSampleSize,
                               way.runs);
        };
        direction("forward", result.trusted->forward);
        direction("reverse", result.trusted->reverse);
        out << fmt::format("  {} temperatures each way\n", z.temperatures);
    }
    out << fmt::format("Test log-likelihood: {}\n", likelihood(result, result.testScore));
    out << fmt::format("Train log-likelihood: {}\n", likelihood(result, result.trainScore));
    out << fmt::format("{}: {}\n", sentenceCase(verdictName(result.assessment.verdict)),
                       result.assessment.reason);
    out << fmt::format("Seconds: {:.2f}\n", result.seconds);
}

} // namespace rbm
