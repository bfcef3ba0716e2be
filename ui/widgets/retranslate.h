#pragma once

#include <functional>

class QWidget;

namespace rbm {

/// Runs `show` now, and again whenever the program's language changes while `widget` lives: for
/// texts that are put together. One that stands as tr() gave it is translated where it stands
/// (see Relabel).
void whenLanguageChanges(QWidget *widget, std::function<void()> show);

} // namespace rbm
