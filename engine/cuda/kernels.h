#pragma once

#include "engine/cuda/device.h"
#include "engine/cuda/update_scalars.h"
#include "engine/data/pixel_choice.h"
#include "engine/random/philox.h"

#include <cstddef>
#include <cstdint>

namespace rbm::cuda {

/// Draws every unit of a layer: on with sigmoid(beta (input + bias) + (1 - beta) base). All
/// pointers are the card's; a layer's units are consecutive.
struct DrawTask {
    const float *input = nullptr; ///< [rows, units]
    const float *bias = nullptr;  ///< [units]
    const float *base = nullptr;  ///< [units]; null: 0
    /// 1 where a unit keeps its state, [units] for all rows or with a row for each; null: none.
    const std::uint8_t *held = nullptr;
    bool heldByRow = false;
    float *states = nullptr; ///< [rows, units], 0 or 1
    std::size_t rows = 0;
    std::size_t units = 0;
    float beta = 1;
    Purpose purpose = Purpose::TrainingVisible;
    std::uint32_t firstChain = 0;
    RandomSteps steps;
    std::uint64_t offset = 0; ///< which of them
};
void drawUnits(const Device &device, const DrawTask &task);

/// Rows of `a` and `b`, [rows, units], change places where which [rows] is not 0.
void swapRows(const Device &device, float *a, float *b, const std::uint8_t *which, std::size_t rows,
              std::size_t units);

/// out = bytes / 255.
void unpackBytes(const Device &device, const std::uint8_t *bytes, std::size_t count, float *out);

/// out [count, units] = rows of images as values of visible units.
struct ImagesTask {
    const std::uint8_t *pixels = nullptr; ///< [images, units]
    const std::uint32_t *rows = nullptr;  ///< [count], which images
    std::size_t count = 0;
    std::size_t units = 0;
    Pixels choice = Pixels::Gray;
    std::uint64_t seed = 0;                 ///< of sampled pixels
    const UpdateScalars *scalars = nullptr; ///< their epoch
    float *out = nullptr;
};
void takeImages(const Device &device, const ImagesTask &task);

/// values [rows, units] become sigmoid(values + bias).
void addBiasAndSigmoid(const Device &device, float *values, const float *bias, std::size_t rows,
                       std::size_t units);

/// The means of the columns of `values` [rows, units], less those of `less` [units], for two
/// layers: out [units].
struct MeansTask {
    struct Layer {
        const float *values = nullptr;
        std::size_t units = 0;
        const float *less = nullptr; ///< null: 0
        float *out = nullptr;
    };
    Layer first;
    Layer second;
    std::size_t rows = 0;
};
void columnMeans(const Device &device, const MeansTask &task);

/// lambda += offsetRate (means - lambda); both [units].
void moveOffsets(const Device &device, float *lambda, const float *means, std::size_t units,
                 const UpdateScalars *scalars);

/// The share of sparsity in the gradient of c: gradient += sparsityCost (means - sparsityTarget),
/// where `means` [units] are those of P(h | v_data).
void addSparsity(const Device &device, float *gradient, const float *means, std::size_t units,
                 const UpdateScalars *scalars);

/// fast = fastKeep fast - fastStep gradient; both [count].
void moveFast(const Device &device, const float *gradient, float *fast, std::size_t count,
              const UpdateScalars *scalars);

/// out = a + b; all [count].
void addArrays(const Device &device, const float *a, const float *b, std::size_t count, float *out);

/// The centred gradient of W: w_ij -= b_i lambda_j + mu_i c_j, where b and c are those of the
/// plain gradient.
struct CentreTask {
    float *weights = nullptr;              ///< [visible, hidden]
    const float *visible = nullptr;        ///< b
    const float *hidden = nullptr;         ///< c
    const float *visibleOffsets = nullptr; ///< mu
    const float *hiddenOffsets = nullptr;  ///< lambda
    std::size_t visibleUnits = 0;
    std::size_t hiddenUnits = 0;
};
void centreWeights(const Device &device, const CentreTask &task);

/// out = weightDecay weights; both [count].
void decayShare(const Device &device, const float *weights, std::size_t count, float *out,
                const UpdateScalars *scalars);

/// The step of momentum, see UpdateRule. Weight decay joins the gradient of the first `decaying`.
struct MoveTask {
    const float *gradient = nullptr;
    float *momentum = nullptr;
    float *parameters = nullptr;
    std::size_t count = 0;
    std::size_t decaying = 0;
    const UpdateScalars *scalars = nullptr;
};
void moveParameters(const Device &device, const MoveTask &task);

/// log p*_beta(v) of each row, see Annealing; without the visible part where `visible` is null.
struct LogWeightTask {
    const float *visible = nullptr;     ///< [rows, visibleUnits]
    const float *visibleBias = nullptr; ///< b
    const float *visibleBase = nullptr; ///< a; null: as b
    std::size_t visibleUnits = 0;
    const float *hiddenInput = nullptr; ///< v.W, [rows, hiddenUnits]
    const float *hiddenBias = nullptr;  ///< c
    const float *hiddenBase = nullptr;  ///< d; null: 0
    std::size_t hiddenUnits = 0;
    std::size_t rows = 0;
    float beta = 1;
    double *out = nullptr; ///< [rows]
};
/// out = log p*_beta(v).
void logWeights(const Device &device, const LogWeightTask &task);
/// out += log p*_beta(v) - log p*_previous(v), summed unit by unit.
void addLogWeightChange(const Device &device, const LogWeightTask &task, float previousBeta);

} // namespace rbm::cuda
