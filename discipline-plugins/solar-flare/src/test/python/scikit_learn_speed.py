"""Speed of scikit-learn's logistic regression, for LinearSpeed: the same shape, the same law, medians of several runs."""
import time

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

rows, features, runs = 232_822, 20, 15
random = np.random.default_rng(20)
x = random.standard_normal((rows, features))
odds = -4 + x @ ((np.arange(features) % 3 - 1) / 2)
y = random.random(rows) < 1 / (1 + np.exp(-odds))
seconds, rate = [], []
for _ in range(runs):
    start = time.perf_counter()
    model = LogisticRegression(max_iter=1000).fit(x, y)
    seconds.append(time.perf_counter() - start)
for _ in range(4 * runs):
    start = time.perf_counter()
    model.predict_proba(x)
    rate.append(rows / (time.perf_counter() - start))
print("scikit-learn", sklearn.__version__)
print(f"fit, seconds       {np.median(seconds):,.3f}")
print(f"forecasts, rows/s  {np.median(rate):,.0f}")
